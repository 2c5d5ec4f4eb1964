import type { StaffRole } from '#db/schema/vocabulary.ts'
import type { getAdminProvider } from '../providers.queries.server.ts'

/** What the administrator's page is made of. */
export type AdminProvider = Awaited<ReturnType<typeof getAdminProvider>> & {
  readonly agencies: readonly { readonly id: string; readonly name: string }[]
  /** Roles that an administrator gives. */
  readonly staffRoles: readonly StaffRole[]
  readonly submissionKey: string
}
