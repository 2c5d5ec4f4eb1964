import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import type { AppealRow } from './appeals.queries.server.ts'

/**
 * Several appeals, held against others until the transaction ends. In the order of their ids everywhere: two who want the same
 * ones never wait for each other in a circle. Returned as they were asked for. Throws NotFound for one the asker may not read.
 */
export async function lockAppeals({ db, ability }: TenantContext, ids: readonly string[]): Promise<AppealRow[]> {
  const rows = await db
    .selectFrom('appeal')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .where(accessible(ability, 'read', 'Appeal'))
    .orderBy('id')
    .forUpdate()
    .execute()
  return ids.map((id) => {
    const row = rows.find((one) => one.id === id)
    if (!row) throw new NotFound('Appeal')
    return row
  })
}
