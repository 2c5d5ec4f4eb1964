import type { PlatformRole } from '#db/schema/control.ts'
import type { LocaleCode, StaffRole } from '#db/schema/vocabulary.ts'
import type { Permission } from './permissions.ts'

/** Someone without an account, with what this browser has proved to know the code of. */
export interface ResidentPrincipal {
  readonly kind: 'resident'
  readonly grantedIds: readonly string[]
}

export interface StaffPrincipal {
  readonly kind: 'staff'
  readonly id: string
  readonly name: string
  readonly roles: readonly StaffRole[]
  /** What these roles may in the region now. */
  readonly permissions: ReadonlySet<Permission>
  readonly agencyId: string | null
  readonly locale: LocaleCode
}

export interface PlatformPrincipal {
  readonly kind: 'platform'
  readonly id: string
  readonly name: string
  readonly roles: readonly PlatformRole[]
}

/** A job that carries out what somebody else was allowed to ask for. */
export interface SystemPrincipal {
  readonly kind: 'system'
}

export type Principal = ResidentPrincipal | StaffPrincipal | PlatformPrincipal | SystemPrincipal

/** Whether somebody has this permission of the staff's. */
export const permits = (principal: Principal, permission: Permission): boolean =>
  principal.kind === 'staff' && principal.permissions.has(permission)

/** Whoever can sign in. */
export type Person = StaffPrincipal | PlatformPrincipal

/** A signed-in person in one browser. */
export interface SignedIn {
  readonly sessionId: string
  readonly userId: string
  readonly person: Person
  /** The person's role asks for a second factor that was not set up yet: nothing else may be opened. */
  readonly secondFactorDue: boolean
}

/** Before a second factor that is due stands, a person may do nothing: the principal is nobody. */
export const personWhoMay = (signedIn: SignedIn | undefined): Person | undefined =>
  signedIn?.secondFactorDue ? undefined : signedIn?.person
