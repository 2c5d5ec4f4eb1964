import type { Generated } from 'kysely'
import type { StaffRole } from './vocabulary.ts'

/** A secret of the region, sealed; `boundTo` is the one address or issuer it may be used for. */
interface RegionSecretTable {
  purpose: string
  boundTo: string
  sealed: string
  /** Which of the installation's keys opens it. */
  keyId: string
  setAt: Date
  setBy: string | null
}

/** `join`: who has a role in the provider's claim becomes staff with the first sign-in. */
export type UnknownPeople = 'refuse' | 'join'

/** The akimat's own identity provider. */
interface IdentityProviderTable {
  id: string
  enabled: boolean
  /** What stands on the button of the sign-in page. */
  nameKk: string
  nameRu: string
  nameEn: string
  issuer: string
  clientId: string
  /** Scopes asked for beside those that OpenID has. */
  scopes: string
  /** The claim that holds the roles; a path with dots leads into objects. */
  rolesClaim: string
  unknownPeople: UnknownPeople
  /** Whether password and passkey stay for those who are no administrators. */
  ownSignIn: boolean
  /** Whether the provider's second factor stands for ours. */
  trustsFactors: boolean
  /** Values of `acr` that mean a second factor, with blanks between; `amr` is looked at in any case. */
  factorClasses: string
  version: Generated<number>
}

interface ProviderRoleTable {
  id: string
  claimValue: string
  role: StaffRole
  agencyId: string | null
  version: Generated<number>
}

/** How staff sign in by their own house's provider. */
export interface ProviderTables {
  regionSecret: RegionSecretTable
  identityProvider: IdentityProviderTable
  providerRole: ProviderRoleTable
}
