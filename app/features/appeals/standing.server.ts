import type { Selectable } from 'kysely'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { TenantContext } from '#app/core/context.ts'
import type { AppealRow } from './appeals.queries.server.ts'

type CosignerRow = Selectable<TenantTables['cosigner']>

/**
 * As whom somebody looks at an appeal: who brought it; who signed it too; or a follower, whose own appeal was merged into it.
 * Colleagues see what the first one sees.
 */
export type Standing =
  | { readonly as: 'applicant' }
  | { readonly as: 'cosigner'; readonly cosigner: CosignerRow }
  | { readonly as: 'follower' }

/** As whom the asker looks at this appeal, which they may follow. Of two that one browser is, the one it came as last. */
export async function standingOf({ db, principal }: TenantContext, appeal: AppealRow): Promise<Standing> {
  if (principal.kind !== 'resident') return { as: 'applicant' }
  const granted = principal.grantedIds.filter((id) => id === appeal.id || appeal.followerIds.includes(id))
  const last = granted.at(-1)
  if (last === appeal.id) return { as: 'applicant' }
  const cosigner = await db
    .selectFrom('cosigner')
    .selectAll()
    .where('id', '=', last ?? '')
    .where('appealId', '=', appeal.id)
    .executeTakeFirst()
  if (cosigner) return { as: 'cosigner', cosigner }
  return granted.includes(appeal.id) ? { as: 'applicant' } : { as: 'follower' }
}
