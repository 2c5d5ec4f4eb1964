import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { openAuthenticator } from '#infra/testing/authenticator.ts'
import { hireWithPassword, openBrowser, type Hired } from '#infra/testing/browser.ts'
import { anyone, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { accountLetter, accountNotices, type AccountNotice } from './account-notices.server.ts'
import { changePassword } from './change-password.server.ts'
import { addPasskey, beginPasskey, listPasskeys, removePasskey } from './passkeys.server.ts'
import { requestReset, resetPassword } from './reset-password.server.ts'
import { readSecondFactor } from './second-factor.queries.server.ts'
import {
  confirmSecondFactor,
  makeRecoveryCodes,
  proposeSecondFactor,
  switchOffSecondFactor,
} from './second-factor.server.ts'
import { signIn } from './sign-in.server.ts'
import { codeAt } from './totp.server.ts'

let product: TestProduct
let almaty: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  almaty = product.almaty
  // better-auth goes by the real clock.
  almaty.clock.move(new Date())
})
afterAll(() => product?.close())

const now = () => almaty.clock.now()

async function signedIn({ email, password }: Hired) {
  const browser = openBrowser(product, almaty)
  const { headers } = await browser.ask((ctx) => signIn(ctx, { email, password }, browser.form(), email))
  browser.take(headers)
  return browser
}

/** The letters that what happened to this account leads to, in the order it happened. */
async function lettersTo({ userId }: Hired) {
  const events = await product.database.rows<{ id: string; event: keyof typeof accountNotices }>(
    `select id, event from t_almaty.outbox where subject_id = $1 and event = any ($2) order by id`,
    [userId, Object.keys(accountNotices)],
  )
  const letters: { notice: AccountNotice; to?: string | undefined; subject?: string; text?: string }[] = []
  for (const { id, event } of events) {
    const notice = accountNotices[event]
    const letter = await almaty.as({ kind: 'system' }, (ctx) => accountLetter(ctx, { id, subjectId: userId }, notice))
    letters.push({ notice, ...letter })
  }
  return letters
}

async function resetByMail({ email, userId }: Hired, password: string) {
  await almaty.as(anyone, (ctx) => requestReset(ctx, { email }, email))
  const token = await vi.waitFor(async () => {
    const [row] = await product.database.rows<{ identifier: string }>(
      `select v.identifier from t_almaty.auth_verification v
        join t_almaty.outbox o on o.subject_id = v.id where v.value = $1`,
      [userId],
    )
    expect(row).toBeDefined()
    return row?.identifier.replace('reset-password:', '') ?? ''
  })
  await almaty.as(anyone, (ctx) => resetPassword(ctx, { token, password }))
}

/** Does to an account all that its person is told of; what must stand in no letter. */
async function doEverything(person: Hired): Promise<string[]> {
  const browser = await signedIn(person)
  const password = 'таңғы ауа таза екен'
  await browser.asPerson((ctx) => changePassword(ctx, { currentPassword: person.password, password }))
  const options = await browser.asPerson((ctx) => beginPasskey(ctx, password, 'Орталық'))
  const passkeyReply = openAuthenticator('http://almaty.localhost:3000').make(options)
  await browser.asPerson((ctx) => addPasskey(ctx, { currentPassword: password, name: 'Ноутбук', passkeyReply }, null))
  const [passkey] = await browser.asPerson(listPasskeys)
  await browser.asPerson((ctx) => removePasskey(ctx, passkey?.id ?? ''))
  await browser.asPerson((ctx) => proposeSecondFactor(ctx, undefined))
  const key = await browser.asPerson(async (ctx) => (await readSecondFactor(ctx, person.userId))?.proposedKey ?? '')
  const secondFactorCode = codeAt(key, now())
  const first = await browser.asPerson((ctx) => confirmSecondFactor(ctx, { secondFactorCode }))
  const second = await browser.asPerson((ctx) => makeRecoveryCodes(ctx, password))
  await browser.asPerson((ctx) => switchOffSecondFactor(ctx, password))
  const last = 'кешкі ауа да таза екен'
  await resetByMail(person, last)
  return [person.password, password, last, key, secondFactorCode, ...first, ...second]
}

describe('a letter to the person of an account', () => {
  it('goes out for all that changes how one signs in, once each, without a secret and without a link that opens anything', async () => {
    const person = await hireWithPassword(almaty, 'told', 'clerk')
    const secrets = await doEverything(person)
    const letters = await lettersTo(person)
    expect(letters.map(({ notice }) => notice)).toEqual([
      'passwordChanged',
      'passkeyAdded',
      'passkeyRemoved',
      'secondFactorSwitchedOn',
      'recoveryCodesRenewed',
      'secondFactorSwitchedOff',
      'passwordReset',
    ])
    expect(new Set(letters.map(({ subject }) => subject)).size, 'each says what it was').toBe(letters.length)
    for (const { to, text = '' } of letters) {
      expect(to).toBe(person.email)
      expect(text.match(/http\S+/g)).toEqual(['http://almaty.localhost:3000/forgotten-password'])
      for (const secret of secrets) expect(text).not.toContain(secret)
    }
    const elsewhere = await product.database.rows(`select 1 from t_shymkent.outbox where subject_id = $1`, [
      person.userId,
    ])
    expect(elsewhere).toEqual([])
  })

  it('is in the person’s language and tells the time of the region', async () => {
    const person = await hireWithPassword(almaty, 'kazakh', 'clerk')
    await product.database.rows(`update t_almaty.staff_member set locale = 'kk' where user_id = $1`, [person.userId])
    const [before] = await product.database.rows<{ zone: string }>(
      `select time_zone as zone from t_almaty.region_profile`,
    )
    const at = now()
    const browser = await signedIn(person)
    await browser.asPerson((ctx) =>
      changePassword(ctx, { currentPassword: person.password, password: 'таңғы ауа таза екен' }),
    )
    for (const zone of [before?.zone ?? '', 'America/New_York']) {
      await product.database.rows(`update t_almaty.region_profile set time_zone = $1`, [zone])
      const [letter] = await lettersTo(person)
      expect(letter?.subject).toBe('Құпиясөз өзгертілді')
      expect(letter?.text).toContain(`Уақыты: ${formatMoment(at, zone)}`)
    }
    await product.database.rows(`update t_almaty.region_profile set time_zone = $1`, [before?.zone])
  })

  it('is not written to one who works here no more', async () => {
    const person = await hireWithPassword(almaty, 'gone', 'clerk')
    const browser = await signedIn(person)
    await browser.asPerson((ctx) =>
      changePassword(ctx, { currentPassword: person.password, password: 'таңғы ауа таза екен' }),
    )
    await product.database.rows(`update t_almaty.staff_member set retired_at = now() where user_id = $1`, [
      person.userId,
    ])
    expect(await lettersTo(person)).toEqual([{ notice: 'passwordChanged' }])
  })
})
