import type { Curable } from '#db/schema/registration.ts'
import type { ApplicantKind } from '#db/schema/vocabulary.ts'

const common = ['fullName', 'address', 'essence', 'signature'] as const

/** What the law demands of whom (АППК): of nobody what they cannot have. Without a name there is nobody to ask. */
export const curableOf = {
  person: ['iin', ...common],
  organisation: ['bin', ...common],
  representative: ['iin', 'basis', ...common],
  guest: common,
  anonymous: [],
} as const satisfies Record<ApplicantKind, readonly Curable[]>

/** Every field that may be asked for. */
export const curables = [
  'iin',
  'bin',
  'basis',
  'fullName',
  'address',
  'essence',
  'signature',
] as const satisfies readonly Curable[]

interface Standing {
  readonly state: 'open' | 'cured' | 'cancelled'
  readonly dueAt: Date
}

/** How a cure stands now; `uncured`: its term is over, and a dispatcher decides what becomes of the appeal. */
export const standOf = ({ state, dueAt }: Standing, now: Date): Standing['state'] | 'uncured' =>
  state === 'open' && dueAt < now ? 'uncured' : state

/** What files are kept under until a cure is sent; it opens nothing but with the appeal. */
export const cureDraft = (cureId: string): string => `cure.${cureId}`

/** What is plainly missing of an appeal, for a form that asks; whether there is an IIN nobody but the person knows. */
export function missingOf(applicant: {
  readonly kind: ApplicantKind
  readonly address: string
  readonly bin: string | null
  readonly basis: string | null
}): Curable[] {
  const { kind, address, bin, basis } = applicant
  const lacking: Partial<Record<Curable, boolean>> = { address: address === '', bin: !bin, basis: !basis }
  return (curableOf[kind] as readonly Curable[]).filter((field) => lacking[field])
}
