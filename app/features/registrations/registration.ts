import type { Channel, StaffRole } from '#db/schema/vocabulary.ts'

/** By which ways an appeal comes that somebody of the staff writes down. */
export const staffChannels = ['hall', 'hotline', 'mail', 'post'] as const satisfies readonly Channel[]

/** Who registers appeals, in the order in which one who has several posts is named. */
export const registrarRoles = ['receptionist', 'operator', 'dispatcher'] as const satisfies readonly StaffRole[]

/** What was told and not written is read back to who told it (АППК). */
export const isOral = (channel: Channel): boolean => channel === 'hall' || channel === 'hotline'

/** How long ago what is registered today can have come, days: further back lies a slip of the pen. */
export const mostDaysBack = 366

/** What files are kept under while a registration is written; the key opens nothing but with who writes it. */
export const registrationDraft = (staffId: string, key: string): string => `registration.${staffId}.${key}`
