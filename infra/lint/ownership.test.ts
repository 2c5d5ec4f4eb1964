import { describe, expect, it } from 'vitest'
import { checkDeclarations, checkWrites, type Ownership } from './ownership.ts'

const row = (owner: string) => ({ owner, archive: 'whole', erasure: 'none', retention: 'for ever' })
const declared: Ownership = {
  tenant: { appeal: row('appeals'), staff_member: row('staff'), journal: row('core') },
  control: { journal: row('core') },
}

describe('a write', () => {
  const messagesOf = (path: string, text: string) =>
    checkWrites([{ path, text }], declared).map(({ message }) => message)

  it.each([
    ['app/features/visits/a.server.ts', "db.insertInto('appeal')", 'visits writes appeal, which belongs to appeals'],
    [
      'app/features/visits/a.server.ts',
      "db.updateTable('staffMember as s')",
      'visits writes staff_member, which belongs to staff',
    ],
    ['app/features/visits/a.server.ts', "db.deleteFrom('journal')", 'visits writes journal, which belongs to core'],
    ['app/features/visits/a.server.ts', "db.insertInto('ghost')", 'visits writes ghost, which belongs to nobody'],
    ['app/routes/desk/a.tsx', "db.insertInto('appeal')", 'routes writes appeal, which belongs to appeals'],
    ['app/core/a.server.ts', "db.insertInto('appeal')", 'core writes appeal, which belongs to appeals'],
    [
      'app/features/appeals/a.server.ts',
      'db.insertInto(table)',
      'name the table in the call, so that its owner can be checked',
    ],
  ])('in %s is caught: %s', (path, text, message) => {
    expect(messagesOf(path, text)).toEqual([message])
  })

  it('by its owner passes, and reading is free', () => {
    expect(messagesOf('app/features/appeals/a.server.ts', "db.insertInto('appeal')")).toEqual([])
    expect(messagesOf('app/features/staff/a.server.ts', "db.updateTable('staffMember')")).toEqual([])
    expect(messagesOf('app/core/journal.server.ts', "db.insertInto('journal')")).toEqual([])
    expect(messagesOf('app/features/visits/a.server.ts', "db.selectFrom('appeal')")).toEqual([])
  })
})

describe('a declaration', () => {
  const tables = (...names: string[]) =>
    `export const statements = [${names.map((name) => `\`create table ${name} (id text)\``).join()}]`
  const messages = (migrations: Record<string, string>, ownership = declared) =>
    checkDeclarations(
      Object.entries(migrations).map(([path, text]) => ({ path: `db/migrations/${path}`, text })),
      ownership,
      (owner) => ['appeals', 'staff', 'core'].includes(owner),
    ).map(({ message }) => message)
  const all = { 'tenant/1.ts': tables('appeal', 'staff_member'), 'mechanisms.ts': tables('journal') }

  it('of every created table passes', () => {
    expect(messages(all)).toEqual([])
  })

  it('is missed', () => {
    expect(messages({ ...all, 'tenant/2.ts': tables('visit') })).toEqual([
      'visit is not declared in db/schema/ownership.ts',
    ])
    expect(messages({ ...all, 'control/1.ts': tables('appeal') })).toEqual([
      'appeal is not declared in db/schema/ownership.ts',
    ])
  })

  it('of a table nobody creates, or for an owner who is not there, is caught', () => {
    const more = { tenant: { ...declared.tenant, ghost: row('appeals'), appeal: row('cases') } }
    expect(messages(all, more)).toEqual([
      'tenant.appeal belongs to cases, which is no room',
      'tenant.ghost is created by no migration',
    ])
  })

  it('says something of archive, erasure and retention', () => {
    const open = { tenant: { ...declared.tenant, appeal: { ...row('appeals'), erasure: ' ' } } }
    expect(messages(all, open)).toEqual(['tenant.appeal leaves something open'])
  })
})
