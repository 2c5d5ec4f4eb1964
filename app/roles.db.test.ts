import { randomUUID } from 'node:crypto'
import { ForbiddenError } from '@casl/ability'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { fileAppeal } from '#infra/testing/appeals.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import type { Permission, VariedRole } from './core/access/permissions.ts'
import type { StaffPrincipal } from './core/access/principal.ts'
import { InvalidInput, NotFound, Refusal } from './core/errors.ts'
import { AssignAppeal } from './features/appeals/appeals.schema.ts'
import { assignAppeal } from './features/appeals/public.server.ts'
import { getChange } from './features/changes/history.queries.server.ts'
import { undoChange } from './features/changes/undo-change.server.ts'
import { getMatrix, getRole } from './features/roles/roles.queries.server.ts'
import { permissionsHere } from './features/roles/public.server.ts'
import { setRolePermissions } from './features/roles/set-role-permissions.server.ts'

let product: TestProduct
let almaty: TestRegion
let receptionist: StaffPrincipal

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  almaty = product.almaty
  receptionist = await almaty.hire('reception', 'Айгүл Мысалқызы', ['receptionist'])
})
afterAll(() => product?.close())

/** Somebody as the next request finds them. */
const now = async (person: StaffPrincipal, region = almaty): Promise<StaffPrincipal> => ({
  ...person,
  permissions: await region.as(person, (ctx) => permissionsHere(ctx, person.roles)),
})

const roleOf = (role: VariedRole) => almaty.as(almaty.admin, (ctx) => getRole(ctx, role))

/** Sends the page of a role with these ticks more and these fewer. */
async function set(
  role: VariedRole,
  { give = [], take = [] }: { give?: readonly Permission[]; take?: readonly Permission[] },
  who: StaffPrincipal = almaty.admin,
) {
  const { items, mark } = await roleOf(role)
  const held = items.filter((item) => item.held).map(({ permission }) => permission)
  const permissions = [...held.filter((one) => !take.includes(one)), ...give]
  return almaty.as(who, (ctx) => setRolePermissions(ctx, role, { submissionKey: randomUUID(), mark, permissions }))
}

const undo = (id: string | undefined, who = almaty.admin) =>
  almaty.as(who, (ctx) => undoChange(ctx, id ?? '', { submissionKey: randomUUID() }))

const rowsNow = () =>
  product.database.rows(`select role, permission, granted from t_almaty.role_permission order by 1, 2`)

async function assign(person: StaffPrincipal) {
  const id = await fileAppeal(almaty)
  const agencyId = almaty.clerks['passenger-transport'].agencyId ?? ''
  return almaty.as(await now(person), (ctx) => assignAppeal(ctx, id, AssignAppeal.parse({ version: '1', agencyId })))
}

describe('what a role may in a region', () => {
  it('is given with what it needs, holds at the next request, and ends with the undoing', async () => {
    await expect(assign(receptionist), 'before').rejects.toThrow(NotFound)
    const change = await set('receptionist', { give: ['appeals.assign'] })
    expect(await rowsNow()).toEqual([
      { role: 'receptionist', permission: 'appeals.assign', granted: true },
      { role: 'receptionist', permission: 'appeals.readAll', granted: true },
    ])
    expect((await now(receptionist)).permissions).toContain('appeals.assign')
    await assign(receptionist)
    const { permissions } = await now(receptionist, product.shymkent)
    expect(permissions, 'another region goes on as it was').not.toContain('appeals.assign')
    await undo(change)
    expect(await rowsNow()).toEqual([])
    await expect(assign(receptionist), 'after').rejects.toThrow(NotFound)
  })

  it('is told with before and after, in the journal for ever', async () => {
    const change = await set('clerk', { give: ['appeals.register'], take: ['appeals.contest'] })
    const told = await almaty.as(almaty.admin, (ctx) => getChange(ctx, change ?? ''))
    expect(told.values).toEqual([
      { field: 'permission', before: 'Жолданым органның құзыретінде емес екенін мәлімдеу', after: '' },
      { field: 'permission', before: '', after: 'Жолданымды тіркеу' },
    ])
    const [line] = await product.database.rows(
      `select event, subject_id, refs - 'changeId' as refs from t_almaty.journal where event = 'role.changed' order by id desc`,
    )
    expect(line).toEqual({
      event: 'role.changed',
      subject_id: 'clerk',
      refs: { given: 'appeals.register', taken: 'appeals.contest' },
    })
    await undo(change)
  })

  it('never rises above the ceiling, whatever is sent', async () => {
    for (const [role, permission] of [
      ['clerk', 'answers.sign'],
      ['clerk', 'appeals.readAll'],
      ['receptionist', 'staff.configure'],
      ['regionAdmin', 'appeals.readAll'],
    ] as const)
      await expect(set(role, { give: [permission] }), `${role} ${permission}`).rejects.toThrow(InvalidInput)
    await expect(set('interpreter' as VariedRole, {})).rejects.toThrow(NotFound)
    expect(await rowsNow()).toEqual([])
  })

  it('counts for nothing where a row says more than the code allows', async () => {
    await product.database.rows(`insert into t_almaty.role_permission (id, role, permission, granted)
      values ('a', 'clerk', 'answers.sign', true), ('b', 'regionAdmin', 'staff.configure', false), ('c', 'clerk', 'gone', true)`)
    await product.database.rows(`update t_almaty.settings_mark set version = version + 1`)
    const [clerk, admin] = [await now(almaty.clerks['passenger-transport']), await now(almaty.admin)]
    expect(clerk.permissions).toEqual(almaty.clerks['passenger-transport'].permissions)
    expect(admin.permissions).toEqual(almaty.admin.permissions)
    await product.database.rows(`delete from t_almaty.role_permission`)
    await product.database.rows(`update t_almaty.settings_mark set version = version + 1`)
  })

  it('leaves the administrator what it takes to administer', async () => {
    await set('regionAdmin', { take: ['staff.configure', 'roles.configure', 'people.erase'] })
    const { permissions } = await now(almaty.admin)
    expect([...permissions]).toEqual(expect.arrayContaining(['staff.configure', 'roles.configure', 'region.configure']))
    expect(permissions, 'what is no part of that goes').not.toContain('people.erase')
    await set('regionAdmin', { give: ['people.erase'] }, await now(almaty.admin))
    expect(await rowsNow(), 'and what is usual can be given back').toEqual([])
  })

  it('is not taken away while something stands on it', async () => {
    const taken = set('dispatcher', { take: ['appeals.readAll'] })
    await expect(taken).rejects.toMatchObject({ fields: { permissions: { key: 'roles:error.needs' } } })
  })

  it('is not undone where something given since needs it', async () => {
    const first = await set('operator', { give: ['appeals.readAll'] })
    const second = await set('operator', { give: ['appeals.classify'] })
    await expect(undo(first)).rejects.toThrow(Refusal)
    await undo(second)
    await undo(first)
    expect(await rowsNow()).toEqual([])
  })

  it('is not given by anybody to a role of their own that they lack', async () => {
    const both = await almaty.hire('both', 'Екі Рөл', ['regionAdmin', 'receptionist'])
    const gained = set('receptionist', { give: ['appeals.readAll'] }, both)
    await expect(gained).rejects.toMatchObject({ fields: { permissions: { key: 'roles:error.notYourself' } } })
    const change = await set('receptionist', { give: ['appeals.readAll'] })
    const undone = await undo(change)
    await expect(undo(undone, both), 'not by undoing an undoing either').rejects.toThrow(Refusal)
  })

  it('is said by two administrators one after the other', async () => {
    const { mark } = await roleOf('operator')
    const send = (permissions: Permission[]) =>
      almaty.as(almaty.admin, (ctx) =>
        setRolePermissions(ctx, 'operator', { submissionKey: randomUUID(), mark, permissions }),
      )
    const both = await Promise.allSettled([send(['appeals.register', 'appeals.readAll']), send([])])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await set('operator', { give: ['appeals.register'], take: ['appeals.readAll'] })
  })

  it('is the administrator’s to say, and nobody else’s', async () => {
    for (const who of [almaty.dispatcher, receptionist, almaty.heads['passenger-transport']]) {
      await expect(set('receptionist', { give: ['appeals.readAll'] }, who)).rejects.toThrow(ForbiddenError)
      await expect(almaty.as(who, getMatrix)).rejects.toThrow(ForbiddenError)
    }
    expect(await rowsNow()).toEqual([])
  })
})
