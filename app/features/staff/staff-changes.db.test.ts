import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { hireWithPassword } from '#infra/testing/browser.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { bringRowBack } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { folded } from '#app/core/i18n/fold.ts'
import { changeStaffMember } from './change-staff-member.server.ts'
import { resendInvitation, withdrawInvitation } from './handle-invitation.server.ts'
import { invitationLetter } from './invitation.server.ts'
import { inviteStaff } from './invite-staff.server.ts'
import { retireStaffMember } from './retire-staff-member.server.ts'
import { ChangeStaffMember, InviteStaff } from './staff.schema.ts'
import { findStaffPrincipal, getStaffMember, listInvitations, listStaff } from './staff.queries.server.ts'
import { staffRows } from './staff-rows.server.ts'

let product: TestProduct
let almaty: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  almaty = product.almaty
})
afterAll(() => product?.close())

const asAdmin = <T>(work: (ctx: TenantContext) => Promise<T>) => almaty.as(almaty.admin, work)
const key = () => crypto.randomUUID()
const everybody = { search: '', show: 'inUse' } as const

async function hire(fullName: string, roles: ('dispatcher' | 'regionAdmin')[] = ['dispatcher']) {
  const mailbox = key()
  const { userId } = await hireWithPassword(almaty, mailbox, ...roles)
  const [row] = await product.database.rows<{ id: string }>(
    `update t_almaty.staff_member set full_name = $2, folded_name = $3 where user_id = $1 returning id`,
    [userId, fullName, folded(fullName)],
  )
  return { id: row?.id ?? '', userId }
}

const retire = (id: string, version = 1) =>
  asAdmin((ctx) => retireStaffMember(ctx, id, { submissionKey: key(), version, receiverId: undefined }, []))

describe('a member of the staff who is retired', () => {
  it('is signed out at once and is nobody here, until brought back', async () => {
    const { id, userId } = await hire('Кеткен Қызметкер')
    await product.database.rows(
      `insert into t_almaty.auth_session (id, user_id, token, expires_at, created_at, updated_at)
         values ('open', $1, 'token', now() + interval '1 hour', now(), now())`,
      [userId],
    )
    const sessions = () => product.database.rows(`select 1 from t_almaty.auth_session where user_id = $1`, [userId])
    expect(await sessions()).toHaveLength(1)
    await retire(id)
    expect(await sessions()).toEqual([])
    const principal = () => almaty.as(undefined, (ctx) => findStaffPrincipal(ctx, userId))
    expect(await principal()).toBeUndefined()
    const shown = await asAdmin((ctx) => listStaff(ctx, { search: 'кеткен', show: 'retired' }))
    expect(shown.items.map((member) => member.id)).toEqual([id])
    await asAdmin((ctx) => bringRowBack(ctx, staffRows, id, { submissionKey: key(), version: 2 }))
    expect(await principal()).toMatchObject({ id })
  })

  it('is never oneself', async () => {
    await expect(retire(almaty.admin.id)).rejects.toMatchObject({ reason: { key: 'staff:error.notYourself' } })
  })

  it('is never the last administrator, not even where two retire each other at once', async () => {
    const { id, userId } = await hire('Екінші Әкімші', ['regionAdmin'])
    const other = await almaty.as(undefined, (ctx) => findStaffPrincipal(ctx, userId))
    const byOther = almaty.as(other, (ctx) =>
      retireStaffMember(ctx, almaty.admin.id, { submissionKey: key(), version: 1, receiverId: undefined }, []),
    )
    const results = await Promise.allSettled([retire(id), byOther])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({
      reason: { reason: { key: 'staff:error.lastAdmin' } },
    })
    await product.database.rows(`update t_almaty.staff_member set retired_at = null where id = $1`, [almaty.admin.id])
  })
})

describe('a member of the staff who is changed', () => {
  const input = (changes: object) =>
    ChangeStaffMember.parse({
      submissionKey: key(),
      version: 1,
      fullName: 'Жаңа Есім',
      roles: ['dispatcher'],
      locale: 'ru',
      ...changes,
    })

  it('may have several roles, and an agency where one of them asks for it', async () => {
    const { id } = await hire('Көп Рөлді')
    const agencyId = almaty.clerks['housing-utilities'].agencyId
    await asAdmin((ctx) => changeStaffMember(ctx, id, input({ roles: ['clerk', 'dispatcher'], agencyId })))
    expect(await asAdmin((ctx) => getStaffMember(ctx, id))).toMatchObject({
      fullName: 'Жаңа Есім',
      roles: ['dispatcher', 'clerk'],
      agencyId,
      version: 2,
    })
    const wrong = ChangeStaffMember.safeParse({
      submissionKey: key(),
      version: 1,
      fullName: 'Ә Ә',
      roles: 'agencyHead',
      locale: 'kk',
      agencyId: '',
    })
    expect(wrong.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['agencyId', 'staff:error.agencyMissing'],
    ])
  })

  it('keeps a role that the form does not offer', async () => {
    const { id } = await hire('Ескі Рөлді')
    await product.database.rows(
      `update t_almaty.staff_member set roles = array['editor', 'dispatcher'] where id = $1`,
      [id],
    )
    await asAdmin((ctx) => changeStaffMember(ctx, id, input({ roles: 'centreHead' })))
    expect((await asAdmin((ctx) => getStaffMember(ctx, id))).roles).toEqual(['editor', 'centreHead'])
  })

  it('leaves an administrator behind, whatever is changed', async () => {
    await expect(asAdmin((ctx) => changeStaffMember(ctx, almaty.admin.id, input({})))).rejects.toMatchObject({
      reason: { key: expect.stringMatching(/staff:error.lastAdmin|common:change.stale/) },
    })
    expect((await asAdmin((ctx) => getStaffMember(ctx, almaty.admin.id))).roles).toEqual(['regionAdmin'])
  })

  it('is the administrator’s to change, and of the own region', async () => {
    const { id } = await hire('Біреу Біреуұлы')
    const { dispatcher } = almaty
    await expect(almaty.as(dispatcher, (ctx) => changeStaffMember(ctx, id, input({})))).rejects.toMatchObject({
      name: 'ForbiddenError',
    })
    const { shymkent } = product
    await expect(shymkent.as(shymkent.admin, (ctx) => changeStaffMember(ctx, id, input({})))).rejects.toMatchObject({
      name: 'NotFound',
    })
  })
})

describe('the staff list', () => {
  it('walks everybody once in Kazakh order, page after page, and finds by name, role and agency', async () => {
    await product.database.rows(
      `insert into t_almaty.auth_user select 'u' || n, 'x', 'u' || n || '@x.example', true, null, now(), now()
         from generate_series(1, 120) n`,
    )
    await product.database.rows(
      `insert into t_almaty.staff_member (id, user_id, full_name, folded_name, roles, agency_id, locale, created_at, updated_at)
         select 'm' || n, 'u' || n, case when n % 2 = 0 then 'Қайрат' else 'Канат' end, 'кайрат', array['mediator'], null, 'kk', now(), now()
         from generate_series(1, 120) n`,
    )
    const walked: string[] = []
    let after: string | undefined
    do {
      const page = await asAdmin((ctx) => listStaff(ctx, { ...everybody, search: 'кайрат', after }))
      walked.push(...page.items.map((member) => member.fullName))
      after = page.next
    } while (after)
    expect(walked).toHaveLength(120)
    expect(walked).toEqual(walked.toSorted(new Intl.Collator('kk').compare))
    const agencyId = almaty.clerks['housing-utilities'].agencyId ?? ''
    const clerks = await asAdmin((ctx) => listStaff(ctx, { ...everybody, role: 'clerk', agencyId, search: 'гульнур' }))
    expect(clerks.items).toEqual([])
    const found = await asAdmin((ctx) => listStaff(ctx, { ...everybody, role: 'clerk', agencyId, search: 'гулнур' }))
    expect(found.items.map((member) => member.fullName)).toEqual(['Гүлнұр Үлгібаева'])
  })
})

describe('an invitation that waits', () => {
  async function invited() {
    const input = InviteStaff.parse({
      submissionKey: key(),
      fullName: 'Шақырылған',
      email: `${key()}@x.example`,
      role: 'dispatcher',
      locale: 'kk',
    })
    await asAdmin((ctx) => inviteStaff(ctx, input))
    const [newest] = await asAdmin((ctx) => listInvitations(ctx))
    return newest ?? { id: '', version: 0 }
  }
  const letter = (id: string) => almaty.as({ kind: 'system' }, (ctx) => invitationLetter(ctx, id))

  it('withdrawn opens nothing and is listed no more', async () => {
    const { id, version } = await invited()
    await asAdmin((ctx) => withdrawInvitation(ctx, { submissionKey: key(), invitationId: id, version }))
    expect(await letter(id)).toBeUndefined()
    expect((await asAdmin((ctx) => listInvitations(ctx))).map((one) => one.id)).not.toContain(id)
  })

  it('sent again goes out as another letter, once for a page sent twice, and lasts its full time', async () => {
    const { id, version } = await invited()
    const now = almaty.clock.now()
    almaty.clock.move(new Date(now.getTime() + 6 * 86_400_000))
    const input = { submissionKey: key(), invitationId: id, version }
    await Promise.all([1, 2].map(() => asAdmin((ctx) => resendInvitation(ctx, input))))
    almaty.clock.move(new Date(now.getTime() + 8 * 86_400_000))
    expect(await letter(id)).toBeDefined()
    almaty.clock.move(now)
    const told = await product.database.rows(
      `select 1 from t_almaty.outbox where event = 'staff.invited' and subject_id = $1`,
      [id],
    )
    expect(told).toHaveLength(2)
  })
})
