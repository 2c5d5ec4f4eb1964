import { z } from 'zod'
import { typedEmail, typedLine, typedPassword } from '#app/core/typed-text.ts'
import { needsAgency, staffRoles } from './staff.ts'

export const InviteStaff = z
  .object({
    /** Made with the page: sending the same page twice makes one invitation. */
    submissionKey: z.uuid(),
    fullName: typedLine(200, { missing: 'staff:error.nameMissing', tooLong: 'staff:error.nameLong' }, 2),
    email: typedEmail({ missing: 'staff:error.emailMissing', invalid: 'staff:error.emailInvalid' }),
    role: z.enum(staffRoles, 'staff:error.roleMissing'),
    agencyId: z
      .string()
      .optional()
      .transform((id) => id || undefined),
    locale: z.enum(['kk', 'ru', 'en'], 'staff:error.localeMissing'),
  })
  .refine((invited) => !needsAgency(invited.role) || invited.agencyId, {
    path: ['agencyId'],
    message: 'staff:error.agencyMissing',
  })

export const AcceptInvitation = z.object({ token: z.string('staff:error.linkUsed').max(100), password: typedPassword })

export const ChooseLocale = z.object({ locale: z.enum(['kk', 'ru', 'en'], 'common:error.invalid') })

export type InviteStaff = z.output<typeof InviteStaff>
export type AcceptInvitation = z.output<typeof AcceptInvitation>
export type ChooseLocale = z.output<typeof ChooseLocale>
