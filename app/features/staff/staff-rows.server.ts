import type { Selectable } from 'kysely'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { Rows } from '#app/core/changes/rows.ts'
import { Refusal } from '#app/core/errors.ts'
import { needsAgency } from './staff.ts'

export const staffRows: Rows<Selectable<TenantTables['staffMember']>> = {
  table: 'staffMember',
  noun: 'staff',
  subject: 'StaffMember',
  // With all administrators, always in one order: two who retire each other must not both be the last but one. The weaker
  // lock: a change names its maker, and that reference must not wait for somebody who waits for it.
  lock: async ({ db }, ids) => {
    const rows = await db
      .selectFrom('staffMember')
      .selectAll()
      .where((where) =>
        where.or([
          where('id', 'in', [...ids]),
          where.and([where('roles', '@>', where.val(['regionAdmin'])), where('retiredAt', 'is', null)]),
        ]),
      )
      .orderBy('id')
      .forNoKeyUpdate()
      .execute()
    return rows.filter((row) => ids.includes(row.id))
  },
  insert: ({ db }, row) => db.insertInto('staffMember').values(row).execute(),
  update: ({ db, clock }, id, patch) =>
    db
      .updateTable('staffMember')
      .set({ ...patch, updatedAt: clock.now() })
      .where('id', '=', id)
      .execute(),
  remove: ({ db }, id) => db.deleteFrom('staffMember').where('id', '=', id).execute(),
  settle: async ({ db, principal }, member) => {
    if (member.retiredAt && principal.kind === 'staff' && principal.id === member.id)
      throw new Refusal('staff:error.notYourself')
    if (needsAgency(member.roles) && !member.agencyId) throw new Refusal('staff:error.agencyMissing')
    const admin = await db
      .selectFrom('staffMember')
      .select('id')
      .where((where) => where('roles', '@>', where.val(['regionAdmin'])))
      .where('retiredAt', 'is', null)
      .executeTakeFirst()
    if (!admin) throw new Refusal('staff:error.lastAdmin')
  },
  listedUnder: (member) => ({ kind: 'staffMember', id: member.id }),
}

export const invitationRows: Rows<Selectable<TenantTables['invitation']>> = {
  table: 'invitation',
  noun: 'invitation',
  subject: 'StaffMember',
  lock: ({ db }, ids) =>
    db
      .selectFrom('invitation')
      .selectAll()
      .where('id', 'in', [...ids])
      .forUpdate()
      .execute(),
  insert: ({ db }, row) => db.insertInto('invitation').values(row).execute(),
  update: ({ db }, id, patch) => db.updateTable('invitation').set(patch).where('id', '=', id).execute(),
  remove: ({ db }, id) => db.deleteFrom('invitation').where('id', '=', id).execute(),
  settle: async (_ctx, { acceptedAt }) => {
    if (acceptedAt) throw new Refusal('staff:error.linkUsed')
  },
}
