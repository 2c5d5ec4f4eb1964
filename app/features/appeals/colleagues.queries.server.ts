import { inKazakhOrder } from '#db/sql/collation.ts'
import { rolesHavingHere } from '#app/features/roles/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import type { AppealRow } from './appeals.queries.server.ts'

/** Colleagues who can see this appeal, the asker left out, by name. */
export async function listColleagues(ctx: TenantContext, { agencyIds }: Pick<AppealRow, 'agencyIds'>) {
  const { db, principal } = ctx
  const asker = principal.kind === 'staff' ? principal.id : ''
  const everywhere = await rolesHavingHere(ctx, 'appeals.readAll')
  const atAgency = await rolesHavingHere(ctx, 'appeals.readOwn')
  return db
    .selectFrom('staffMember')
    .select(['id', 'fullName'])
    .where('retiredAt', 'is', null)
    .where('id', '<>', asker)
    .where((where) =>
      where.or([
        where('roles', '&&', where.val(everywhere)),
        ...(agencyIds.length > 0
          ? [where.and([where('agencyId', 'in', agencyIds), where('roles', '&&', where.val(atAgency))])]
          : []),
      ]),
    )
    .orderBy(inKazakhOrder('fullName'))
    .orderBy('id')
    .limit(200)
    .execute()
}
