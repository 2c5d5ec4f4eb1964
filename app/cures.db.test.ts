import { ForbiddenError } from '@casl/ability'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { getAppeal } from '#app/features/appeals/appeals.queries.server.ts'
import { getTrackedAppeal } from '#app/features/appeals/tracked-appeal.queries.server.ts'
import { withdrawAppeal } from '#app/features/appeals/withdraw-appeal.server.ts'
import { addTerm } from '#app/features/calendars/change-terms.server.ts'
import type { StaffPrincipal } from '#app/core/access/principal.ts'
import { InvalidInput, NotFound, Refusal } from '#app/core/errors.ts'
import {
  anyone,
  knowing,
  mondayMorning,
  openTestProduct,
  type TestProduct,
  type TestRegion,
} from '#infra/testing/product.ts'
import { register } from '#infra/testing/registrations.ts'
import { pdf } from '#infra/testing/sample-files.ts'
import { sentForm } from '#infra/testing/sent-form.ts'
import { answerCure, keepCureFiles } from '#app/features/cures/answer-cure.server.ts'
import { cancelCure } from '#app/features/cures/cancel-cure.server.ts'
import { cureLetter } from '#app/features/cures/cure-letter.server.ts'
import { findAwaited, getCureDesk, getCurePage, listCures } from '#app/features/cures/cures.queries.server.ts'
import { AnswerCure, RequestCure } from '#app/features/cures/cures.schema.server.ts'
import { lapseCures } from '#app/features/cures/lapse-cures.server.ts'
import { requestCure, settleCure } from '#app/features/cures/request-cure.server.ts'

let product: TestProduct
let almaty: TestRegion
let receptionist: StaffPrincipal

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty } = product)
  receptionist = await almaty.hire('reception', 'Айгүл Қабылдаушы', ['receptionist'])
})
beforeEach(() => almaty.clock.move(mondayMorning))
afterAll(() => product?.close())

/** A letter without a sender's address; its writer is reached by mail. */
const aLettersId = (changes: Readonly<Record<string, string>> = {}) =>
  register(almaty, receptionist, { address: '', email: 'writer@mail.example', answerChannels: 'mail', ...changes })
const versionOf = async (id: string) => (await almaty.as({ kind: 'system' }, (ctx) => getAppeal(ctx, id))).version
const ask = async (id: string, missing: readonly string[] = ['address'], key: string = crypto.randomUUID()) => {
  const input = RequestCure.parse({
    version: await versionOf(id),
    submissionKey: key,
    missing: [...missing],
    words: 'Үйдің нөмірін де жазыңыз',
  })
  await almaty.as(almaty.dispatcher, (ctx) => requestCure(ctx, id, input))
}
const cureOf = async (id: string) => {
  const [row] = await product.database.rows<Record<string, unknown> & { id: string; state: string }>(
    'select *, due_on::text from t_almaty.cure where appeal_id = $1 order by id desc limit 1',
    [id],
  )
  if (!row) throw new Error('Nothing was asked for')
  return row
}
const bring = async (id: string, typed: Readonly<Record<string, string>>) => {
  const input = AnswerCure.parse({ cureId: (await cureOf(id)).id, ...typed })
  await almaty.as(knowing(id), (ctx) => answerCure(ctx, id, input))
}
const settle = async (id: string, outcome: 'cured' | 'cancelled') => {
  const input = { version: await versionOf(id), cureId: (await cureOf(id)).id, outcome }
  await almaty.as(almaty.dispatcher, (ctx) => settleCure(ctx, id, input))
}
const eventsOf = async (id: string) =>
  (
    await product.database.rows<{ event: string }>(
      `select event from t_almaty.journal where subject_id = $1 and event ~ 'cure|corrected' order by id`,
      [id],
    )
  ).map(({ event }) => event)
const address = 'Алматы, Сәтпаев көшесі, 5-үй'

describe('what an appeal lacks', () => {
  it('is asked for within the region’s term, and the appeal’s own clock goes on', async () => {
    const id = await aLettersId()
    const before = await almaty.as({ kind: 'system' }, (ctx) => getAppeal(ctx, id))
    const desk = await almaty.as(almaty.dispatcher, (ctx) => getCureDesk(ctx, id))
    expect(desk).toMatchObject({ plainlyMissing: ['address'], wouldEnd: '30.11.2026', isReached: true })
    await ask(id)
    // Five working days from Monday the 23rd: the Monday after.
    expect(await cureOf(id)).toMatchObject({ due_on: '2026-11-30', state: 'open', missing: ['address'] })
    const after = await almaty.as({ kind: 'system' }, (ctx) => getAppeal(ctx, id))
    expect(after).toMatchObject({ dueOn: before.dueOn, status: 'registered', version: before.version + 1 })
    const letter = await almaty.as({ kind: 'system' }, async (ctx) => cureLetter(ctx, id, (await cureOf(id)).id))
    expect(letter?.to).toBe('writer@mail.example')
    expect(letter?.text).toContain('– Пошталық мекенжай')
    expect(letter?.text).toContain('Үйдің нөмірін де жазыңыз')
    expect(letter?.text).toContain('30.11.2026')
    expect(letter?.text).toMatch(/\/kk\/appeals\/\S+\/open\?key=\w+&to=cure/)
  })

  it('has another term from the day the region says', async () => {
    const term = {
      submissionKey: crypto.randomUUID(),
      termKind: 'cure',
      workingDays: 3,
      appliesFrom: '2026-12-01',
    } as const
    await almaty.as(almaty.admin, (ctx) => addTerm(ctx, term))
    const [now, later] = [await aLettersId(), await aLettersId()]
    await ask(now)
    almaty.clock.move(new Date('2026-12-01T04:00:00Z'))
    await ask(later)
    expect([(await cureOf(now)).due_on, (await cureOf(later)).due_on]).toEqual(['2026-11-30', '2026-12-04'])
  })

  it('is brought by the person, and stands where it belongs, with what stood there before', async () => {
    const id = await aLettersId({ iin: '' })
    await ask(id, ['address', 'iin', 'essence'])
    expect(await almaty.as(knowing(id), (ctx) => findAwaited(ctx, id))).toMatchObject({ stand: 'open' })
    await bring(id, { address, iin: '900515300018', text: 'Шам 5-үйдің жанында жанбайды.' })
    expect(await cureOf(id)).toMatchObject({ state: 'cured', settled_by: null })
    const [row] = await product.database.rows(
      `select p.address, p.iin, v.former, v.present, c.made_by from t_almaty.applicant p
        join t_almaty.appeal a on a.applicant_id = p.id join t_almaty.correction c on c.appeal_id = a.id
        join t_almaty.correction_value v on v.correction_id = c.id and v.field = 'address' where a.id = $1`,
      [id],
    )
    expect(row).toEqual({ address, iin: '900515300018', former: '', present: address, made_by: null })
    const { additions } = await almaty.as(knowing(id), (ctx) => getTrackedAppeal(ctx, id))
    expect(additions.map(({ text }) => text)).toEqual(['Шам 5-үйдің жанында жанбайды.'])
    expect(await eventsOf(id)).toEqual(['appeal.cureRequested', 'appeal.corrected', 'appeal.cured'])
    expect(await almaty.as(knowing(id), (ctx) => findAwaited(ctx, id))).toBeUndefined()
  })

  it('is brought whole or not at all, and what was not asked for changes nothing', async () => {
    const id = await aLettersId()
    await ask(id, ['address', 'signature'])
    await expect(bring(id, { fullName: 'Басқа Біреу' })).rejects.toEqual(
      new InvalidInput({ address: 'appeals:error.addressMissing', files: 'cures:error.signatureMissing' }),
    )
    expect(await eventsOf(id)).toEqual(['appeal.cureRequested'])
    await almaty.as(knowing(id), async (ctx) => {
      const sent = await sentForm(ctx, { 'қол.pdf': pdf() })
      await keepCureFiles(ctx, id, sent).finally(sent.drop)
    })
    await bring(id, { address, fullName: 'Басқа Біреу' })
    const [row] = await product.database.rows(
      `select p.full_name, f.name from t_almaty.appeal a join t_almaty.applicant p on p.id = a.applicant_id
        join t_almaty.attachment f on f.appeal_id = a.id where a.id = $1`,
      [id],
    )
    expect(row).toEqual({ full_name: 'Үлгіұлы Асан', name: 'қол.pdf' })
  })

  it('is taken once however often and by how many windows it is sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 5 }), async (times) => {
        const id = await aLettersId()
        await ask(id)
        await Promise.all(Array.from({ length: times }, () => bring(id, { address })))
        expect(await eventsOf(id)).toEqual(['appeal.cureRequested', 'appeal.corrected', 'appeal.cured'])
      }),
      { numRuns: 4 },
    )
  })

  it('is asked for once, of one appeal at a time', async () => {
    const id = await aLettersId()
    const key = crypto.randomUUID()
    await ask(id, ['address'], key)
    await ask(id, ['address'], key)
    await expect(ask(id)).rejects.toEqual(new Refusal('cures:error.askedAlready'))
    await settle(id, 'cancelled')
    await expect(bring(id, { address })).rejects.toEqual(new Refusal('cures:error.ended'))
    await ask(id)
    expect((await cureOf(id)).state).toBe('open')
  })

  it('is asked of nobody who cannot have it', async () => {
    const id = await aLettersId()
    await expect(ask(id, ['bin', 'basis'])).rejects.toEqual(new InvalidInput({ missing: 'cures:error.missingMissing' }))
    const unnamed = await register(almaty, receptionist, { kind: 'anonymous', threat: 'no' })
    await expect(ask(unnamed)).rejects.toEqual(new Refusal('cures:error.nobody'))
  })

  it('is asked and brought by who may alone', async () => {
    const id = await aLettersId()
    const input = RequestCure.parse({ version: 1, submissionKey: crypto.randomUUID(), missing: 'address' })
    for (const other of [anyone, receptionist, almaty.admin])
      await expect(almaty.as(other, (ctx) => requestCure(ctx, id, input))).rejects.toBeInstanceOf(NotFound)
    await expect(almaty.as(knowing(id), (ctx) => requestCure(ctx, id, input))).rejects.toBeInstanceOf(ForbiddenError)
    await ask(id)
    const typed = AnswerCure.parse({ cureId: (await cureOf(id)).id, address })
    for (const other of [anyone, knowing('another')]) {
      await expect(almaty.as(other, (ctx) => answerCure(ctx, id, typed))).rejects.toBeInstanceOf(NotFound)
      await expect(almaty.as(other, (ctx) => getCurePage(ctx, id))).rejects.toBeInstanceOf(NotFound)
    }
    await expect(almaty.as(almaty.dispatcher, (ctx) => answerCure(ctx, id, typed))).rejects.toBeInstanceOf(
      ForbiddenError,
    )
    const { shymkent } = product
    await expect(shymkent.as(knowing(id), (ctx) => answerCure(ctx, id, typed))).rejects.toBeInstanceOf(NotFound)
    expect((await shymkent.as(shymkent.dispatcher, (ctx) => listCures(ctx, undefined))).rows).toEqual([])
  })

  it('is no matter any more when the appeal is over', async () => {
    const id = await aLettersId()
    await ask(id)
    await almaty.as(knowing(id), (ctx) => withdrawAppeal(ctx, id, { reason: '', submissionKey: crypto.randomUUID() }))
    await expect(bring(id, { address })).rejects.toMatchObject({ reason: { key: 'appeals:error.withdrawnAlready' } })
    expect(await almaty.as(knowing(id), (ctx) => findAwaited(ctx, id))).toBeUndefined()
    const letter = await almaty.as({ kind: 'system' }, async (ctx) => cureLetter(ctx, id, (await cureOf(id)).id))
    expect(letter).toBeUndefined()
  })
})

describe('a term that is over', () => {
  const lapse = () => almaty.as({ kind: 'system' }, lapseCures)

  it('is noted once, stands on top of the dispatcher’s list, and is no end of the appeal', async () => {
    const [over, fresh] = [await aLettersId(), await aLettersId()]
    await ask(over)
    almaty.clock.move(new Date('2026-11-30T13:00:00Z'))
    await ask(fresh)
    expect((await almaty.as(knowing(over), (ctx) => findAwaited(ctx, over)))?.stand).toBe('open')
    // The last day ends at 18:30 in Almaty.
    almaty.clock.move(new Date('2026-11-30T13:31:00Z'))
    await Promise.all([lapse(), lapse()])
    expect(await lapse()).toBe(0)
    expect(await eventsOf(over)).toEqual(['appeal.cureRequested', 'appeal.cureLapsed'])
    expect(await eventsOf(fresh)).toEqual(['appeal.cureRequested'])
    const { rows } = await almaty.as(almaty.dispatcher, (ctx) => listCures(ctx, undefined))
    const stands = rows.map((row) => row.uncured)
    expect(stands).toEqual(stands.toSorted((a, b) => Number(b) - Number(a)))
    expect(rows.find((row) => row.appealId === over)).toMatchObject({ uncured: true, missing: ['address'] })
    expect(rows.find((row) => row.appealId === fresh)).toMatchObject({ uncured: false })
    // Nobody refuses what comes late.
    await bring(over, { address })
    expect((await cureOf(over)).state).toBe('cured')
    expect((await almaty.as(almaty.dispatcher, (ctx) => getCureDesk(ctx, over))).cures).toMatchObject([{ late: true }])
  })

  it('of an appeal that ended before is not noted, and nothing is asked for any more', async () => {
    const id = await aLettersId()
    await ask(id)
    const cancel = () => almaty.as({ kind: 'system' }, (ctx) => cancelCure(ctx, id))
    await cancel()
    expect((await cureOf(id)).state).toBe('open')
    await almaty.as(knowing(id), (ctx) => withdrawAppeal(ctx, id, { reason: '', submissionKey: crypto.randomUUID() }))
    almaty.clock.move(new Date('2026-12-30T13:00:00Z'))
    while ((await lapse()) > 0);
    expect(await eventsOf(id)).toEqual(['appeal.cureRequested'])
    await Promise.all([cancel(), cancel()])
    expect((await cureOf(id)).state).toBe('cancelled')
    expect(await eventsOf(id)).toEqual(['appeal.cureRequested', 'appeal.cureSettled'])
  })

  it('of many is listed page after page, each once', async () => {
    const ids: string[] = []
    for (let count = 0; count < 52; count += 1) {
      const id = await aLettersId()
      await ask(id)
      ids.push(id)
    }
    const seen: string[] = []
    let after: Parameters<typeof listCures>[1]
    for (;;) {
      const from = after
      const { rows, next } = await almaty.as(almaty.dispatcher, (ctx) => listCures(ctx, from))
      seen.push(...rows.map((row) => row.appealId))
      if (!next) break
      const [at, id = ''] = next.split('.')
      after = { dueAt: new Date(Number(at)), id }
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(ids.filter((id) => !seen.includes(id))).toEqual([])
  })
})
