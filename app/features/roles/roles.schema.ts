import { z } from 'zod'
import { isPermission } from '#app/core/access/permissions.ts'
import { changeForm } from '#app/core/changes/changes.schema.ts'

const unknown = 'common:error.invalid'

export const SetRolePermissions = z.object({
  ...changeForm,
  /** What stood on the page, as `markOf` says it. */
  mark: z.string(unknown).max(100),
  permissions: z
    .preprocess((typed) => (typed === undefined ? [] : [typed].flat()), z.array(z.string(unknown).max(60)).max(100))
    .transform((typed, check) => {
      if (!typed.every(isPermission)) check.addIssue({ code: 'custom', message: unknown })
      return typed.filter(isPermission)
    }),
})

/** Of which agency, where people of the role work for one. */
export const SeeAsRole = z.object({
  agencyId: z
    .string('roles:error.agencyMissing')
    .max(100)
    .optional()
    .transform((id) => id || null),
})

export const EndSeeing = z.object({})

export type SeeAsRole = z.output<typeof SeeAsRole>
export type SetRolePermissions = z.output<typeof SetRolePermissions>
