import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { PlatformRole } from '#db/schema/control.ts'
import { openPlatformColleague } from '#infra/testing/platform.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { accountLetter } from './account-notices.server.ts'
import { administratorResets } from './administrator-resets.queries.server.ts'
import { resetEvents } from './administrator-resets.ts'
import { askAdministratorReset } from './ask-administrator-reset.server.ts'
import { noteAdministratorReset, resetAdministrator, type AskedReset } from './reset-administrator.server.ts'
import { hasSecondFactor } from './second-factor.queries.server.ts'
import { keepSecondFactor } from './second-factor.server.ts'
import { codeAt, newKey } from './totp.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

/** Somebody of the platform with an app. */
async function platformPerson(mailbox: string, role: PlatformRole) {
  const person = await openPlatformColleague(product, mailbox, role)
  const key = newKey()
  await person.as((ctx) => inTransaction(ctx, (ctx) => keepSecondFactor(ctx, person.userId, key)))
  return { ...person, key }
}

type PlatformPerson = Awaited<ReturnType<typeof platformPerson>>

const ask = ({ key, as, password }: PlatformPerson, slug: string, proof: { password?: string; code?: string } = {}) =>
  as((ctx) =>
    askAdministratorReset(ctx, slug, {
      currentPassword: proof.password ?? password,
      secondFactorCode: proof.code ?? codeAt(key, ctx.clock.now()),
    }),
  )

/** What the platform's outbox hands to the region's job. */
async function lastAsked(slug: string): Promise<AskedReset> {
  const [row] = await product.database.rows<{ refs: Record<string, string> }>(
    `select refs from control.outbox where event = $1 and subject_id = $2 order by id desc limit 1`,
    [resetEvents.asked, slug],
  )
  return { subjectId: slug, refs: row?.refs ?? {} }
}

/** The job: done in the region, noted on the platform. */
async function runErrand(region: TestRegion, asked: AskedReset) {
  const outcome = await region.as({ kind: 'system' }, (ctx) => resetAdministrator(ctx, asked))
  const { ctx, close } = product.installation.platformJob()
  await noteAdministratorReset(ctx, asked, outcome).finally(close)
  return outcome
}

const adminOf = async (region: TestRegion) => {
  const [row] = await product.database.rows<{ userId: string }>(
    `select user_id as "userId" from t_${region.tenant.slug}.staff_member where id = $1`,
    [region.admin.id],
  )
  return row?.userId ?? ''
}
const giveApp = async (region: TestRegion) => {
  const userId = await adminOf(region)
  await region.as({ kind: 'system' }, (ctx) => inTransaction(ctx, (ctx) => keepSecondFactor(ctx, userId, newKey())))
}
const hasApp = async (region: TestRegion) => {
  const userId = await adminOf(region)
  return region.as({ kind: 'system' }, (ctx) => hasSecondFactor(ctx, userId))
}

describe('a region’s only administrator', () => {
  it('is helped by the platform’s operator: the region does it once, and the platform learns what came of it', async () => {
    await giveApp(almaty)
    await giveApp(shymkent)
    const operator = await platformPerson('operator', 'platformOperator')
    await ask(operator, 'almaty')
    const shown = () => operator.as((ctx) => administratorResets(ctx, 'almaty'))
    expect((await shown()).items).toMatchObject([{ outcome: 'waiting' }])
    const asked = await lastAsked('almaty')
    expect(await runErrand(almaty, asked)).toBe('done')
    expect([await hasApp(almaty), await hasApp(shymkent)]).toEqual([false, true])
    expect((await shown()).items).toMatchObject([{ outcome: 'done' }])

    // The job comes again after the administrator has set up a new app.
    await giveApp(almaty)
    expect(await runErrand(almaty, asked)).toBe('done')
    expect(await hasApp(almaty)).toBe(true)
    const userId = await adminOf(almaty)
    const lines = await product.database.rows<{ id: string }>(
      `select id, actor_kind, refs from t_almaty.journal where event = 'account.secondFactorReset' and subject_id = $1`,
      [userId],
    )
    expect(lines).toEqual([
      { id: expect.any(String), actor_kind: 'system', refs: { ...asked.refs, staffMemberId: almaty.admin.id } },
    ])
    const letter = await almaty.as({ kind: 'system' }, (ctx) =>
      accountLetter(ctx, { id: lines[0]?.id ?? '', subjectId: userId }, 'secondFactorReset'),
    )
    expect(letter?.text).toContain('Кто сбросил: оператор платформы')
    const noted = await product.database.rows(
      `select actor_kind, actor_id, event, facts from control.journal where subject_id = 'almaty' order by id`,
    )
    expect(noted).toEqual([
      { actor_kind: 'platform', actor_id: operator.id, event: resetEvents.asked, facts: {} },
      { actor_kind: 'system', actor_id: null, event: resetEvents.done, facts: { outcome: 'done' } },
    ])
  })

  it('is the only one: with a second one, with none, or with nothing to take away nothing happens, and that is said', async () => {
    const askedBy = async (mailbox: string) => {
      const operator = await platformPerson(mailbox, 'platformOperator')
      await ask(operator, 'shymkent')
      const outcome = await runErrand(shymkent, await lastAsked('shymkent'))
      const { items } = await operator.as((ctx) => administratorResets(ctx, 'shymkent'))
      expect(items[0]?.outcome).toBe(outcome)
      return outcome
    }
    await giveApp(shymkent)
    const second = await shymkent.hire('second-admin', 'Екінші Әкімші', ['regionAdmin'])
    expect(await askedBy('operator-2')).toBe('several')
    expect(await hasApp(shymkent)).toBe(true)
    const retire = (id: string) =>
      product.database.rows(`update t_shymkent.staff_member set retired_at = now() where id = $1`, [id])
    await retire(shymkent.admin.id)
    expect(await askedBy('operator-3')).toBe('nothing')
    await retire(second.id)
    expect(await askedBy('operator-4')).toBe('none')
  })
})

describe('nobody of the platform asks for it', () => {
  it('without being its operator, for a region that is not there, or without proving to be themselves', async () => {
    const overseer = await platformPerson('overseer', 'overseer')
    await expect(ask(overseer, 'almaty')).rejects.toMatchObject({ name: 'ForbiddenError' })
    await expect(overseer.as((ctx) => administratorResets(ctx, 'almaty'))).rejects.toMatchObject({
      name: 'ForbiddenError',
    })
    const operator = await platformPerson('operator-5', 'platformOperator')
    await expect(ask(operator, 'nowhere')).rejects.toMatchObject({ name: 'NotFound' })
    await expect(ask(operator, 'almaty', { password: 'қате' })).rejects.toMatchObject({
      fields: { currentPassword: 'accounts:error.currentPassword' },
    })
    await expect(ask(operator, 'almaty', { code: '000000' })).rejects.toMatchObject({
      fields: { secondFactorCode: 'accounts:error.codeWrong' },
    })
    await ask(operator, 'almaty')
    await expect(ask(operator, 'almaty')).rejects.toMatchObject({
      fields: { secondFactorCode: 'accounts:error.codeUsed' },
    })
  })
})
