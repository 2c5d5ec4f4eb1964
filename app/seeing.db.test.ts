import { randomUUID } from 'node:crypto'
import { ForbiddenError } from '@casl/ability'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openSession } from '#app/core/access/sessions.server.ts'
import { fileAndAssign } from '#infra/testing/appeals.ts'
import { hireWithPassword, openBrowser, type TestBrowser } from '#infra/testing/browser.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { isSeeing, type TenantContext } from './core/context.ts'
import { InvalidInput, NotFound, Refusal } from './core/errors.ts'
import { staffLoader } from './core/http/routes.server.ts'
import { sessionCookie } from './features/accounts/account-cookies.server.ts'
import { getAppeal } from './features/appeals/public.server.ts'
import { addHotline } from './features/hotlines/add-hotline.server.ts'
import { endSeeing } from './features/roles/end-seeing.server.ts'
import { seeAsRole } from './features/roles/see-as-role.server.ts'
import { getWorklist } from './features/worklists/worklist-page.queries.server.ts'
import { inTransaction } from './core/transaction.server.ts'

let product: TestProduct
let almaty: TestRegion
let browser: TestBrowser
let agencyId: string

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  almaty = product.almaty
  almaty.clock.move(new Date())
  agencyId = almaty.clerks['passenger-transport'].agencyId ?? ''
  browser = await signedIn('looks')
})
afterAll(() => product?.close())

/** The browser of an administrator who has just signed in. */
async function signedIn(mailbox: string): Promise<TestBrowser> {
  const { userId } = await hireWithPassword(almaty, mailbox, 'regionAdmin')
  await product.database.rows(`insert into t_almaty.auth_second_factor (user_id, secret, confirmed_at, updated_at)
    values ('${userId}', '', now(), now()) on conflict do nothing`)
  await product.database.rows(
    `insert into t_almaty.auth_device values ('${mailbox}', '${userId}', '', '', now(), now())`,
  )
  const one = openBrowser(product, almaty)
  await almaty.as(undefined, async (ctx) => {
    const { token } = await inTransaction(ctx, (ctx) =>
      openSession(ctx, { userId, deviceId: mailbox, provedBy: 'password' }),
    )
    one.take(new Headers({ 'Set-Cookie': await sessionCookie(ctx, token) }))
  })
  return one
}

/** Asks as a page of the staff's work does. */
const atDesk = <T>(work: (ctx: TenantContext) => Promise<T>, by = browser): Promise<T> =>
  by.ask(
    (ctx) =>
      staffLoader(work)({
        context: { enter: async () => ctx, page: {} },
        params: {},
        request: new Request('http://almaty.localhost/desk'),
      } as never) as Promise<T>,
  )

const see = async (role: string, input: { agencyId: string | null } = { agencyId: null }) => {
  const cookie = await atDesk((ctx) => seeAsRole(ctx, role, input))
  browser.take(new Headers({ 'Set-Cookie': cookie }))
}

const end = async () => {
  const { cookie } = await browser.ask(endSeeing)
  browser.take(new Headers({ 'Set-Cookie': cookie }))
}

const lines = () =>
  product.database.rows(`select event, subject_id, refs from t_almaty.journal where event like 'role.%' order by id`)

describe('an administrator who sees as a clerk', () => {
  it('sees the clerk’s pages without any appeal, and it is written down', async () => {
    const appealId = await fileAndAssign(almaty)
    await see('clerk', { agencyId })
    await atDesk(async (ctx) => {
      expect(isSeeing(ctx)).toBe(true)
      expect(ctx.principal).toMatchObject({ roles: ['clerk'], agencyId })
      const list = await getWorklist(ctx, new URLSearchParams('view=all'))
      expect(list.items).toEqual([])
      expect(list.counts).toMatchObject({ todo: 0, open: 0 })
      await expect(getAppeal(ctx, appealId)).rejects.toThrow(NotFound)
    })
    await end()
    expect(await atDesk(async (ctx) => isSeeing(ctx))).toBe(false)
    expect(await lines()).toEqual([
      { event: 'role.seenAs', subject_id: 'clerk', refs: { agencyId } },
      { event: 'role.seeingEnded', subject_id: 'clerk', refs: {} },
    ])
  })

  it('can do nothing, not even what they may as themselves', async () => {
    await see('regionAdmin')
    const add = atDesk(async (ctx) => {
      const input = { submissionKey: randomUUID(), kind: 'short', number: '1415' } as const
      await expect(addHotline(ctx, input)).rejects.toThrow(Refusal)
    })
    await add
    await end()
  })

  it('has no settings', async () => {
    await see('clerk', { agencyId })
    await atDesk((ctx) => expect(seeAsRole(ctx, 'dispatcher', { agencyId: null })).rejects.toThrow(Refusal))
    await end()
  })

  it('says of which agency', async () => {
    await atDesk(async (ctx) => {
      await expect(seeAsRole(ctx, 'clerk', { agencyId: null })).rejects.toThrow(InvalidInput)
      await expect(seeAsRole(ctx, 'clerk', { agencyId: randomUUID() })).rejects.toThrow(InvalidInput)
      await expect(seeAsRole(ctx, 'interpreter', { agencyId: null })).rejects.toThrow(NotFound)
    })
  })

  it('takes the cookie into no other session', async () => {
    await see('dispatcher')
    const other = await signedIn('another')
    const name = [...browser.cookies.keys()].find((one) => one.endsWith('bt_as')) ?? ''
    other.cookies.set(name, browser.cookies.get(name) ?? '')
    expect(await atDesk(async (ctx) => isSeeing(ctx), other)).toBe(false)
    await end()
  })

  it('is an administrator: nobody else looks', async () => {
    for (const who of [almaty.dispatcher, almaty.heads['passenger-transport']])
      await expect(almaty.as(who, (ctx) => seeAsRole(ctx, 'clerk', { agencyId }))).rejects.toThrow(ForbiddenError)
  })
})
