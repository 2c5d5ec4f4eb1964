import type { getAdminProvider } from '../providers.queries.server.ts'

/** What the administrator's page is made of. */
export type AdminProvider = Awaited<ReturnType<typeof getAdminProvider>> & {
  readonly agencies: readonly { readonly id: string; readonly name: string }[]
  readonly submissionKey: string
}
