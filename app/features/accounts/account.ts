import type { PlatformRole } from '#db/schema/control.ts'
import type { StaffRole } from '#db/schema/vocabulary.ts'

/** Roles whose password alone would open too much: they work only with a second factor. */
const secondFactorRoles: readonly (StaffRole | PlatformRole)[] = [
  'regionAdmin',
  'overseer',
  'platformOperator',
  'platformFinance',
]

/** Whether somebody of these roles must set up a second factor before anything else. */
export const needsSecondFactor = (roles: readonly (StaffRole | PlatformRole)[]): boolean =>
  roles.some((role) => secondFactorRoles.includes(role))

/** How many recovery codes a person is given. */
export const recoveryCodeCount = 10

/** From so few unused recovery codes on the account page asks for new ones. */
export const fewRecoveryCodes = 3

/** All Kazakhstan keeps one time; a session's day is counted in it. */
export const countryZone = 'Asia/Almaty'

/** How long a browser has to answer with a passkey, seconds. */
export const passkeySeconds = 300
