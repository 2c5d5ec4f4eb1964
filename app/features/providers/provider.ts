import type { StaffRole } from '#db/schema/vocabulary.ts'

/** The one row of the region's provider. */
export const providerRow = 'provider'

/** What the secret of our client at the provider is kept under. */
export const clientSecret = 'identity-provider'

/** What a word in the provider's claim stands for. */
export interface RoleOfClaim {
  readonly claimValue: string
  readonly role: StaffRole
  readonly agencyId: string | null
}

/** What a provider's claim makes of a person here. */
export interface GrantedRoles {
  /** Roles that the region leaves to the provider: whoever is not given one has it not. */
  readonly covered: readonly StaffRole[]
  readonly roles: readonly StaffRole[]
  /** Of the first role that names one. */
  readonly agencyId: string | null
}

/** The words of a claim: a list, or a text with blanks or commas between; `path` leads into objects by dots. */
export function wordsOfClaim(claims: Readonly<Record<string, unknown>>, path: string): readonly string[] {
  // Names of claims may have dots themselves, as addresses have.
  const value = Object.hasOwn(claims, path) ? claims[path] : valueAt(claims, path.split('.'))
  if (Array.isArray(value)) return value.filter((word) => typeof word === 'string')
  return typeof value === 'string' ? value.split(/[\s,]+/).filter((word) => word !== '') : []
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  const [name, ...rest] = path
  if (name === undefined) return value
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return valueAt((value as Record<string, unknown>)[name], rest)
}

/** What the words of a claim give, of what the region has put on its list. */
export function rolesOfWords(words: readonly string[], list: readonly RoleOfClaim[]): GrantedRoles {
  const granted = list.filter(({ claimValue }) => words.includes(claimValue))
  return {
    covered: [...new Set(list.map(({ role }) => role))],
    roles: [...new Set(granted.map(({ role }) => role))],
    agencyId: granted.find(({ agencyId }) => agencyId !== null)?.agencyId ?? null,
  }
}

/** Words of RFC 8176 for what somebody knows, has, and is. */
const kinds: readonly (readonly string[])[] = [
  ['pwd', 'pin', 'kba'],
  ['otp', 'hwk', 'swk', 'sms', 'tel', 'sc'],
  ['face', 'fpt', 'iris', 'retina', 'vbm'],
]

/** Whether a provider says that it has asked for two things of different kinds, or names a class that the region takes. */
export function saysTwoFactors(claims: Readonly<Record<string, unknown>>, classes: string): boolean {
  const { acr, amr } = claims
  if (typeof acr === 'string' && acr !== '' && classes.split(' ').includes(acr)) return true
  const ways: readonly unknown[] = Array.isArray(amr) ? amr : []
  return ways.includes('mfa') || kinds.filter((kind) => kind.some((way) => ways.includes(way))).length > 1
}
