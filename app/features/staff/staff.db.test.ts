import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { anyone, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { acceptInvitation } from './accept-invitation.server.ts'
import { chooseLocale } from './choose-locale.server.ts'
import { invitationLetter } from './invitation.server.ts'
import { inviteStaff } from './invite-staff.server.ts'
import { InviteStaff } from './staff.schema.ts'
import { findStaffPrincipal, listInvitations, listStaff } from './staff.queries.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

const everybody = { search: '', show: 'inUse' } as const
const password = 'ұзын құпиясөз 2026'

async function invite(email: string): Promise<{ id: string; token: string }> {
  const input = InviteStaff.parse({
    submissionKey: crypto.randomUUID(),
    fullName: 'Жаңа Қызметкер',
    email,
    role: 'dispatcher',
    locale: 'kk',
  })
  await almaty.as(almaty.admin, (ctx) => inviteStaff(ctx, input))
  const [row] = await product.database.rows<{ id: string }>(`select id from t_almaty.invitation where email = $1`, [
    email,
  ])
  const id = row?.id ?? ''
  const letter = await almaty.as({ kind: 'system' }, (ctx) => invitationLetter(ctx, id))
  expect(letter?.to).toBe(email)
  const link = new URL(/http\S+/.exec(letter?.text ?? '')?.[0] ?? '')
  expect(link.pathname).toBe(`/invitations/${id}`)
  return { id, token: link.searchParams.get('token') ?? '' }
}

describe('an invitation', () => {
  it('makes a member of the staff who can then sign in', async () => {
    const { id, token } = await invite('zhana@almaty.example')
    const email = await almaty.as(anyone, (ctx) => acceptInvitation(ctx, id, { token, password }))
    const userId = await almaty.as(anyone, (ctx) => ctx.identity.check({ email, password }))
    const principal = await almaty.as(anyone, (ctx) => findStaffPrincipal(ctx, userId ?? ''))
    expect(principal).toMatchObject({ name: 'Жаңа Қызметкер', roles: ['dispatcher'] })
    await expect(shymkent.as(anyone, (ctx) => ctx.identity.check({ email, password }))).resolves.toBeUndefined()
  })

  it('is not taken up with a password that anybody would guess, and stays open then', async () => {
    const { id, token } = await invite('weak@almaty.example')
    const accept = (password: string) => almaty.as(anyone, (ctx) => acceptInvitation(ctx, id, { token, password }))
    for (const [weak, message] of [
      ['qwertyuiop123', 'common:error.passwordSimple'],
      ['Leave me alone', 'common:error.passwordCommon'],
      ['Қызметкер-2026', 'common:error.passwordOwn'],
      ['weak-almaty-1', 'common:error.passwordOwn'],
    ] as const) {
      await expect(accept(weak)).rejects.toMatchObject({ fields: { password: message } })
    }
    await expect(accept(password)).resolves.toBe('weak@almaty.example')
  })

  it('is good for one person once, even for two browsers at once', async () => {
    const { id, token } = await invite('once@almaty.example')
    const results = await Promise.allSettled(
      [1, 2].map(() => almaty.as(anyone, (ctx) => acceptInvitation(ctx, id, { token, password }))),
    )
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(almaty.as(anyone, (ctx) => acceptInvitation(ctx, id, { token, password }))).rejects.toMatchObject({
      name: 'Refusal',
    })
  })

  it('opens nothing with another token, in another region, or after a week', async () => {
    const { id, token } = await invite('late@almaty.example')
    const other = await invite('other@almaty.example')
    const accept = (region: TestRegion, token: string) =>
      region.as(anyone, (ctx) => acceptInvitation(ctx, id, { token, password }))
    await expect(accept(almaty, other.token)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(accept(shymkent, token)).rejects.toMatchObject({ name: 'NotFound' })
    const now = almaty.clock.now()
    almaty.clock.move(new Date(now.getTime() + 8 * 86_400_000))
    await expect(accept(almaty, token)).rejects.toMatchObject({ name: 'Refusal' })
    almaty.clock.move(now)
  })

  it('is one invitation however often the same page is sent', async () => {
    const input = InviteStaff.parse({
      submissionKey: crypto.randomUUID(),
      fullName: 'Қос Басу',
      email: 'twice@almaty.example',
      role: 'dispatcher',
      locale: 'kk',
    })
    await Promise.all([1, 2, 3].map(() => almaty.as(almaty.admin, (ctx) => inviteStaff(ctx, input))))
    const rows = await product.database.rows(`select 1 from t_almaty.invitation where email = $1`, [input.email])
    expect(rows).toHaveLength(1)
  })

  it('is for an address that has no account yet', async () => {
    const input = InviteStaff.parse({
      submissionKey: crypto.randomUUID(),
      fullName: 'Екінші',
      email: 'Dispatcher@Almaty.example',
      role: 'dispatcher',
      locale: 'kk',
    })
    await expect(almaty.as(almaty.admin, (ctx) => inviteStaff(ctx, input))).rejects.toMatchObject({
      fields: { email: 'staff:error.emailTaken' },
    })
  })

  it('names an agency of this region or none', async () => {
    const agencyId = shymkent.clerks['passenger-transport'].agencyId ?? ''
    const input = InviteStaff.parse({
      submissionKey: crypto.randomUUID(),
      fullName: 'Маман',
      email: 'm@x.example',
      role: 'clerk',
      locale: 'kk',
      agencyId,
    })
    await expect(almaty.as(almaty.admin, (ctx) => inviteStaff(ctx, input))).rejects.toMatchObject({ name: 'NotFound' })
  })

  it('is the region’s administrator’s to give', async () => {
    const input = InviteStaff.parse({
      submissionKey: crypto.randomUUID(),
      fullName: 'Біреу',
      email: 'b@x.example',
      role: 'dispatcher',
      locale: 'kk',
    })
    for (const person of [almaty.dispatcher, almaty.clerks['passenger-transport'], anyone]) {
      await expect(almaty.as(person, (ctx) => inviteStaff(ctx, input))).rejects.toMatchObject({
        name: 'ForbiddenError',
      })
    }
  })
})

describe('the staff list', () => {
  it('is for the administrator, and of the own region alone', async () => {
    const { items: staff } = await almaty.as(almaty.admin, (ctx) => listStaff(ctx, everybody))
    expect(staff.map((member) => member.email)).toContain('dispatcher@almaty.example')
    expect(staff.map((member) => member.email).join()).not.toContain('shymkent')
    await expect(almaty.as(almaty.admin, (ctx) => listInvitations(ctx))).resolves.toBeInstanceOf(Array)
    await expect(almaty.as(almaty.dispatcher, (ctx) => listStaff(ctx, everybody))).rejects.toMatchObject({
      name: 'ForbiddenError',
    })
  })
})

describe('the working language', () => {
  it('is a person’s own, and journalled', async () => {
    const { dispatcher } = shymkent
    await shymkent.as(dispatcher, (ctx) => chooseLocale(ctx, { locale: 'en' }))
    const rows = await product.database.rows(
      `select m.locale, j.fields from t_shymkent.staff_member m join t_shymkent.journal j on j.subject_id = m.id
        where m.id = $1`,
      [dispatcher.id],
    )
    expect(rows).toEqual([{ locale: 'en', fields: ['locale'] }])
  })
})
