import type { Channel, StaffRole } from '#db/schema/vocabulary.ts'

/** By which ways an appeal comes that somebody of the staff writes down. */
export const staffChannels = ['hall', 'hotline', 'mail', 'post'] as const satisfies readonly Channel[]

/** Posts that are there to register, in the order in which one who has several is named. */
const registrarRoles: readonly StaffRole[] = ['receptionist', 'operator', 'dispatcher']

/** The post in which somebody of these roles registers: one that is there for it, else the first that they have. */
export const registrarRole = (roles: readonly StaffRole[]): StaffRole =>
  registrarRoles.find((role) => roles.includes(role)) ?? roles[0] ?? 'receptionist'

/** What was told and not written is read back to who told it (АППК). */
export const isOral = (channel: Channel): boolean => channel === 'hall' || channel === 'hotline'

/** How long ago what is registered today can have come, days: further back lies a slip of the pen. */
export const mostDaysBack = 366

/** What files are kept under while a registration is written; the key opens nothing but with who writes it. */
export const registrationDraft = (staffId: string, key: string): string => `registration.${staffId}.${key}`
