import { z } from 'zod'
import { typedEmail, typedLine, typedPassword } from '#app/core/typed-text.ts'
import { versionedForm } from '#app/core/changes/changes.schema.ts'
import { staffRoles } from '#app/core/access/permissions.ts'
import { needsAgency } from './staff.ts'

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
  .refine((invited) => !needsAgency([invited.role]) || invited.agencyId, {
    path: ['agencyId'],
    message: 'staff:error.agencyMissing',
  })

export const ChangeStaffMember = z
  .object({
    ...versionedForm,
    fullName: typedLine(200, { missing: 'staff:error.nameMissing', tooLong: 'staff:error.nameLong' }, 2),
    roles: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .transform((typed) => [typed ?? []].flat())
      .pipe(
        z
          .array(z.enum(staffRoles, 'staff:error.roleMissing'))
          .min(1, 'staff:error.roleMissing')
          .transform((roles) => staffRoles.filter((role) => roles.includes(role))),
      ),
    agencyId: z
      .string()
      .optional()
      .transform((id) => id || undefined),
    locale: z.enum(['kk', 'ru', 'en'], 'staff:error.localeMissing'),
  })
  .refine((member) => !needsAgency(member.roles) || member.agencyId, {
    path: ['agencyId'],
    message: 'staff:error.agencyMissing',
  })

export const RetireStaffMember = z.object({
  ...versionedForm,
  receiverId: z
    .string()
    .optional()
    .transform((id) => id || undefined),
})

export const HandleInvitation = z.object({ ...versionedForm, invitationId: z.string('common:error.invalid').max(100) })

/** As many characters as five hundred people need, and more. */
const longestList = 200_000

const list = z.string('common:error.invalid').max(longestList, 'staff:import.error.file')

export const JudgeList = z.object({ list: list.default('') })

export const InviteList = z.object({ submissionKey: z.uuid('common:error.invalid'), list })

export const AcceptInvitation = z.object({ token: z.string('staff:error.linkUsed').max(100), password: typedPassword })

export const ChooseLocale = z.object({ locale: z.enum(['kk', 'ru', 'en'], 'common:error.invalid') })

export type InviteStaff = z.output<typeof InviteStaff>
export type ChangeStaffMember = z.output<typeof ChangeStaffMember>
export type RetireStaffMember = z.output<typeof RetireStaffMember>
export type HandleInvitation = z.output<typeof HandleInvitation>
export type AcceptInvitation = z.output<typeof AcceptInvitation>
export type ChooseLocale = z.output<typeof ChooseLocale>
