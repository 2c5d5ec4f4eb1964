import { inKazakhOrder } from '#db/sql/collation.ts'
import type { TenantContext } from '#app/core/context.ts'
import type { AppealRow } from './appeals.queries.server.ts'

/** Colleagues who can see this appeal, the asker left out, by name. */
export async function listColleagues({ db, principal }: TenantContext, { agencyIds }: Pick<AppealRow, 'agencyIds'>) {
  const asker = principal.kind === 'staff' ? principal.id : ''
  return db
    .selectFrom('staffMember')
    .select(['id', 'fullName'])
    .where('retiredAt', 'is', null)
    .where('id', '<>', asker)
    .where((where) =>
      where.or([
        where('roles', '&&', where.val(['dispatcher', 'centreHead'])),
        ...(agencyIds.length > 0
          ? [where.and([where('agencyId', 'in', agencyIds), where('roles', '&&', where.val(['clerk', 'agencyHead']))])]
          : []),
      ]),
    )
    .orderBy(inKazakhOrder('fullName'))
    .orderBy('id')
    .limit(200)
    .execute()
}
