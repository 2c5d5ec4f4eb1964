import { buffer } from 'node:stream/consumers'
import { ForbiddenError } from '@casl/ability'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { NotFound } from '#app/core/errors.ts'
import { classifyAppeal } from '#app/features/appeals/classify-appeal.server.ts'
import { getAppeal } from '#app/features/appeals/appeals.queries.server.ts'
import { getDeskAppeal } from '#app/features/appeals/desk-appeal.queries.server.ts'
import { getTrackedAppeal } from '#app/features/appeals/tracked-appeal.queries.server.ts'
import { withdrawAppeal } from '#app/features/appeals/withdraw-appeal.server.ts'
import { addCosigner } from '#app/features/cosigners/add-cosigner.server.ts'
import { AddCosigner } from '#app/features/cosigners/cosigners.schema.server.ts'
import { makeActLetter } from '#app/features/letters/public.server.ts'
import { actBy, approveBy, draftBy, signBy } from '#infra/testing/acts.ts'
import { answerAppeal, fileAndAssign, submitTo } from '#infra/testing/appeals.ts'
import { agencyIds, shareIdOf } from '#infra/testing/bodies.ts'
import { killedAt } from '#infra/testing/kill.ts'
import { knowing, mondayMorning, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { readPdf } from '#infra/testing/read-pdf.ts'
import { getActsToDo } from '#app/features/acts/acts.queries.server.ts'
import { actLetter } from '#app/features/acts/act-mails.server.ts'
import { KeepProtocol, NoteTelling, ObjectToAct } from '#app/features/acts/acts.schema.ts'
import { keepProtocol } from '#app/features/acts/keep-protocol.server.ts'
import { objectToAct } from '#app/features/acts/object-to-act.server.ts'
import { getResidentAct, getResidentActs } from '#app/features/acts/resident-acts.queries.server.ts'
import { followTelling, noteTelling, watchNotices } from '#app/features/acts/telling.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion
let idOf: (slug: string) => string

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
  idOf = await agencyIds(product, 'almaty')
})
afterAll(() => product?.close())

const transport = 'passenger-transport'
const clerk = () => almaty.clerks[transport]
const head = () => almaty.heads[transport]
const rows = <T extends object>(text: string, values: unknown[] = []) => product.database.rows<T>(text, values)
const refusal = { outcome: 'refused', text: 'Өтінішіңізді қанағаттандыру мүмкін емес. Негізі: ӘРПК 76-бабы.' } as const
const preliminary = 'Өтінішіңізді қанағаттандырмау жоспарланып отыр. Негізі: ӘРПК 76-бабы.'

/** Does `work` at another moment. */
async function at<T>(moment: string, work: () => Promise<T>): Promise<T> {
  almaty.clock.move(new Date(moment))
  return work().finally(() => almaty.clock.move(mondayMorning))
}

/** An appeal that is a complaint in law, at transport. Its term is twenty working days: until 22 December, the vector. */
async function complaint(): Promise<string> {
  const id = await fileAndAssign(almaty)
  await almaty.as(almaty.dispatcher, (ctx) =>
    classifyAppeal(ctx, id, { version: 2, legalKind: 'complaint', categoryId: null }),
  )
  return id
}

const statusOf = async (id: string) => (await almaty.as(almaty.dispatcher, (ctx) => getAppeal(ctx, id))).status

const hearingForm = async (id: string, hearsOn = '26.11.2026') => ({
  kind: 'hearing',
  assignmentId: await shareIdOf(product, id, idOf(transport)),
  hearsOn,
  hearsTime: '10',
  place: 'Абай даңғылы, 10, 5-бөлме',
  text: preliminary,
})
const callHearing = async (id: string, hearsOn?: string) =>
  actBy(almaty, clerk(), head(), id, await hearingForm(id, hearsOn))
const tell = (id: string, actId: string, toldOn: string, who = clerk()) =>
  almaty.as(who, (ctx) =>
    noteTelling(ctx, id, actId, NoteTelling.parse({ toldOn, toldWay: 'hand', toldRef: 'Өзі алды' })),
  )
const say = (id: string, actId: string, position: 'objects' | 'agrees', key: string = crypto.randomUUID()) =>
  almaty.as(knowing(id), (ctx) =>
    objectToAct(
      ctx,
      id,
      actId,
      ObjectToAct.parse({ submissionKey: key, position, text: position === 'objects' ? 'Келіспеймін, себебі…' : '' }),
    ),
  )
const protocol = (id: string, actId: string, who = clerk()) =>
  almaty.as(who, (ctx) =>
    keepProtocol(
      ctx,
      id,
      actId,
      KeepProtocol.parse({ attendance: 'came', text: 'Өтініш беруші келіп, пікірін айтты.' }),
    ),
  )
const noticeState = async (actId: string) =>
  (await rows<{ state: string }>(`select state from t_almaty.act_notice where act_id = $1`, [actId]))[0]?.state
const eventsOf = async (actId: string) =>
  (await rows<{ event: string }>(`select event from t_almaty.journal where subject_id = $1 order by id`, [actId])).map(
    ({ event }) => event,
  )
const lookAt = (moment: string) => at(moment, () => almaty.as({ kind: 'system' }, (ctx) => watchNotices(ctx)))

/** What the worker leaves behind when the mail of an act has gone out. */
async function mailed(actId: string, sentAt: string) {
  const eventId = `event-${actId}`
  await almaty.as({ kind: 'system' }, (ctx) => followTelling(ctx, actId, eventId))
  await rows(
    `insert into t_almaty.notice (id, event_id, channel, kind, subject_kind, subject_id, state, attempts, message_id,
       created_at, sent_at) values ($1, $2, 'mail', 'extended', 'appeal', 'x', 'sent', 1, $1, $3, $3)`,
    [`notice-${actId}`, eventId, sentAt],
  )
}

describe('an answer that is not what the person hoped for', () => {
  const missing = (stand: string) => ({ fields: { checkHearing: `appeals:hearing.${stand}` } })
  const submit = (id: string) => submitTo(almaty, id, refusal)

  it('to a complaint waits for a hearing: called, told in time, held and with a protocol', async () => {
    const id = await complaint()
    await expect(submit(id)).rejects.toMatchObject(missing('missing'))
    const actId = await callHearing(id)
    await tell(id, actId, '23.11.2026')
    await expect(submit(id)).rejects.toMatchObject(missing('toCome'))
    await at('2026-11-26T05:01:00Z', async () => {
      await expect(submit(id)).rejects.toMatchObject(missing('noProtocol'))
      await protocol(id, actId)
      expect((await almaty.as(head(), (ctx) => getDeskAppeal(ctx, id))).hearing).toBeUndefined()
      await answerAppeal(almaty, id, refusal)
    })
    expect(await statusOf(id)).toBe('answered')
    const { timeline } = await almaty.as(knowing(id), (ctx) => getTrackedAppeal(ctx, id))
    expect(timeline.map(({ event }) => event).slice(-3)).toEqual(['hearingCalled', 'hearingHeld', 'answered'])
  })

  it('waits for a new hearing where the person was told too late for this one', async () => {
    const id = await complaint()
    const actId = await callHearing(id)
    await at('2026-11-26T05:01:00Z', async () => {
      // Three working days before the 26th is the 23rd.
      await tell(id, actId, '24.11.2026')
      await protocol(id, actId)
      await expect(submit(id)).rejects.toMatchObject(missing('toldLate'))
    })
  })

  it('waits until everybody was told: one mail in time is not enough where a co-signer has no address', async () => {
    const id = await complaint()
    const signer = { signerName: 'Көршісі Марат', signerLanguage: 'ru', submissionKey: crypto.randomUUID() }
    await almaty.as(almaty.dispatcher, (ctx) => addCosigner(ctx, id, AddCosigner.parse(signer)))
    const actId = await callHearing(id)
    await mailed(actId, '2026-11-23T06:00:00Z')
    await at('2026-11-26T05:01:00Z', async () => {
      await protocol(id, actId)
      await expect(submit(id)).rejects.toMatchObject(missing('toldLate'))
      await tell(id, actId, '23.11.2026')
      await submit(id)
    })
    expect(await statusOf(id)).toBe('awaitingSignature')
  })

  it('may be given at once where the person has agreed', async () => {
    const id = await complaint()
    const actId = await callHearing(id)
    await say(id, actId, 'agrees')
    await answerAppeal(almaty, id, refusal)
    expect(await statusOf(id)).toBe('answered')
  })

  it.each([
    ['a report', 'report', 'refused'],
    ['a complaint that is satisfied', 'complaint', 'satisfied'],
  ] as const)('needs none where it is %s', async (_what, legalKind, outcome) => {
    const id = legalKind === 'report' ? await fileAndAssign(almaty) : await complaint()
    if (legalKind === 'report')
      await almaty.as(almaty.dispatcher, (ctx) => classifyAppeal(ctx, id, { version: 2, legalKind, categoryId: null }))
    await answerAppeal(almaty, id, { ...refusal, outcome })
    expect(await statusOf(id)).toBe('answered')
  })
})

describe('a hearing', () => {
  it.each([
    // The vector: told on 23 November, three working days are over on the 26th.
    ['25.11.2026', 'acts:error.hearsTooEarly'],
    ['28.11.2026', 'acts:error.hearsFree'],
    ['23.12.2026', 'acts:error.hearsTooLate'],
  ])('on %s is refused', async (hearsOn, key) => {
    const id = await complaint()
    await expect(draftBy(almaty, clerk(), id, await hearingForm(id, hearsOn))).rejects.toMatchObject({
      fields: { hearsOn: { key } },
    })
  })

  it('that fitted when it was drafted fits no more when it is signed too late', async () => {
    const id = await complaint()
    const actId = await draftBy(almaty, clerk(), id, await hearingForm(id))
    await approveBy(almaty, head(), id, actId)
    await at('2026-11-24T05:00:00Z', async () =>
      expect(signBy(almaty, head(), id, actId)).rejects.toThrow('acts:error.hearsTooEarly'),
    )
  })

  it('has its protocol after it, once, kept by the body’s own people', async () => {
    const id = await complaint()
    const actId = await callHearing(id)
    await expect(protocol(id, actId)).rejects.toThrow('acts:error.notHeardYet')
    await at('2026-11-26T05:00:00Z', async () => {
      await expect(protocol(id, actId, almaty.clerks['housing-utilities'])).rejects.toThrow(NotFound)
      await protocol(id, actId)
      await expect(protocol(id, actId)).rejects.toThrow('acts:error.protocolKept')
    })
  })
})

describe('what the person says to a preliminary decision', () => {
  it('is kept once, in time, and makes whoever answers look again', async () => {
    const id = await complaint()
    const actId = await callHearing(id)
    const { version } = await almaty.as(almaty.dispatcher, (ctx) => getAppeal(ctx, id))
    const key = crypto.randomUUID()
    await at('2026-11-25T13:00:00Z', async () => {
      await say(id, actId, 'objects', key)
      await say(id, actId, 'objects', key)
      await expect(say(id, actId, 'agrees')).rejects.toThrow('acts:error.saidAlready')
    })
    expect((await almaty.as(almaty.dispatcher, (ctx) => getAppeal(ctx, id))).version).toBe(version + 1)
    const act = await almaty.as(knowing(id), (ctx) => getResidentAct(ctx, id, actId))
    expect(act).toMatchObject({ canSay: false, hearing: { said: { position: 'objects' } } })
  })

  it('may be said for two working days from when they were told, not a minute longer', async () => {
    const id = await complaint()
    const actId = await callHearing(id)
    // Signed on Monday: until Wednesday, the close of work.
    await at('2026-11-25T13:31:00Z', async () =>
      expect(say(id, actId, 'objects')).rejects.toThrow('acts:error.objectionLate'),
    )
    await at('2026-11-25T05:00:00Z', () => tell(id, actId, '25.11.2026'))
    await at('2026-11-27T13:30:00Z', () => say(id, actId, 'objects'))
  })

  it('is read by nobody who only follows the appeal, and said by nobody who has left it', async () => {
    const id = await fileAndAssign(almaty, { email: 'left@mail.example', fullName: 'Кеткен Адам' })
    const signer = { signerName: 'Қалған Көрші', signerEmail: 'stays@mail.example', signerLanguage: 'kk' }
    const input = AddCosigner.parse({ ...signer, submissionKey: crypto.randomUUID() })
    await almaty.as(almaty.dispatcher, (ctx) => addCosigner(ctx, id, input))
    const [row] = await rows<{ id: string }>('select id from t_almaty.cosigner where appeal_id = $1', [id])
    const actId = await callHearing(id)
    await say(id, actId, 'objects')
    const read = (who: string) => almaty.as(knowing(who), (ctx) => getResidentAct(ctx, id, actId))
    expect((await read(id)).hearing?.said?.text).toBe('Келіспеймін, себебі…')
    expect((await read(row?.id ?? '')).hearing).toMatchObject({ said: undefined, protocol: undefined })

    const other = await callHearing(id)
    await almaty.as(knowing(id), (ctx) => withdrawAppeal(ctx, id, { reason: '', submissionKey: crypto.randomUUID() }))
    await expect(say(id, other, 'agrees')).rejects.toMatchObject({ reason: { key: 'appeals:error.leftAlready' } })
    // The paper is for who is still with it.
    const letter = await almaty.as({ kind: 'system' }, (ctx) => makeActLetter(ctx, other))
    const file = await almaty.as({ kind: 'system' }, async (ctx) => buffer(await ctx.files.read(letter?.id ?? '')))
    const { text } = await readPdf(file)
    expect(text).toContain('Қалған Көрші')
    expect(text).not.toContain('Кеткен Адам')
  })

  it('is nobody else’s to say, nor to read in another region', async () => {
    const id = await complaint()
    const actId = await callHearing(id)
    const other = await complaint()
    const input = ObjectToAct.parse({ submissionKey: crypto.randomUUID(), position: 'agrees' })
    await expect(almaty.as(knowing(other), (ctx) => objectToAct(ctx, id, actId, input))).rejects.toThrow(NotFound)
    await expect(almaty.as(knowing(other), (ctx) => objectToAct(ctx, other, actId, input))).rejects.toThrow(NotFound)
    await expect(almaty.as(clerk(), (ctx) => objectToAct(ctx, id, actId, input))).rejects.toThrow(ForbiddenError)
    await expect(shymkent.as(knowing(id), (ctx) => getResidentAct(ctx, id, actId))).rejects.toThrow(NotFound)
    const draft = await draftBy(almaty, clerk(), other, await hearingForm(other))
    await expect(almaty.as(knowing(other), (ctx) => getResidentAct(ctx, other, draft))).rejects.toThrow(NotFound)
    expect((await almaty.as(knowing(other), (ctx) => getResidentActs(ctx, other))).acts).toEqual([])
  })

  it('is asked for in the letter, in the language of the appeal', async () => {
    const id = await complaint()
    const actId = await callHearing(id)
    const letter = await almaty.as({ kind: 'system' }, (ctx) => actLetter(ctx, id, actId))
    expect(letter?.subject).toContain('Тыңдауға шақыру')
    for (const words of ['26.11.2026 10:00', 'Абай даңғылы, 10, 5-бөлме', '25.11.2026 18:30', preliminary])
      expect(letter?.text).toContain(words)
  })
})

describe('the daily look at notices', () => {
  const extend = async (id: string) =>
    actBy(almaty, clerk(), head(), id, {
      kind: 'extension',
      assignmentId: await shareIdOf(product, id, idOf(transport)),
      until: '20.01.2027',
    })

  it('finds whom nobody told in time, says so once, and lists it for the head and the dispatcher', async () => {
    const id = await fileAndAssign(almaty)
    const actId = await extend(id)
    // Due by the close of 26 November: before that nothing is late.
    await lookAt('2026-11-26T13:00:00Z')
    expect(await noticeState(actId)).toBe('due')
    await lookAt('2026-11-27T03:00:00Z')
    await lookAt('2026-11-28T03:00:00Z')
    expect(await noticeState(actId)).toBe('missing')
    expect((await eventsOf(actId)).filter((event) => event === 'act.noticeMissed')).toHaveLength(1)
    for (const who of [head(), almaty.dispatcher]) {
      const { untold } = await almaty.as(who, (ctx) => getActsToDo(ctx))
      expect(untold.find((one) => one.id === actId)).toMatchObject({ state: 'missing', noticeBy: '26.11.2026' })
    }
    for (const who of [almaty.heads['housing-utilities'], clerk()])
      expect((await almaty.as(who, (ctx) => getActsToDo(ctx))).untold.map((one) => one.id)).not.toContain(actId)
    await at('2026-11-30T05:00:00Z', () => tell(id, actId, '30.11.2026'))
    expect(await noticeState(actId)).toBe('late')
    expect(await eventsOf(actId)).toContain('act.toldLate')
  })

  it('is content with a mail that went out in time, and names one that went out late', async () => {
    const [soon, late] = [await extend(await fileAndAssign(almaty)), await extend(await fileAndAssign(almaty))]
    await mailed(soon, '2026-11-26T12:00:00Z')
    await mailed(late, '2026-11-27T05:00:00Z')
    await lookAt('2026-11-28T03:00:00Z')
    expect([await noticeState(soon), await noticeState(late)]).toEqual(['told', 'late'])
  })

  it('is not content while one of the people was told and another has no address', async () => {
    const id = await fileAndAssign(almaty)
    const signer = { signerName: 'Көршісі Марат', signerLanguage: 'ru', submissionKey: crypto.randomUUID() }
    await almaty.as(almaty.dispatcher, (ctx) => addCosigner(ctx, id, AddCosigner.parse(signer)))
    const actId = await extend(id)
    await mailed(actId, '2026-11-26T12:00:00Z')
    await lookAt('2026-11-28T03:00:00Z')
    expect(await noticeState(actId)).toBe('missing')
    await at('2026-11-28T03:00:00Z', () => tell(id, actId, '26.11.2026'))
    expect(await noticeState(actId)).toBe('told')
  })

  it('cut off half-way says nothing twice and leaves nothing out', async () => {
    const acts = [await extend(await fileAndAssign(almaty)), await extend(await fileAndAssign(almaty))]
    almaty.clock.move(new Date('2026-11-28T03:00:00Z'))
    const look = () => almaty.as({ kind: 'system' }, (ctx) => watchNotices(ctx, 1))
    expect(await killedAt(product, 't_almaty.outbox', look)).toBe('cut off')
    expect(await noticeState(acts[0] ?? '')).toBe('due')
    await look()
    await look()
    almaty.clock.move(mondayMorning)
    for (const actId of acts) {
      expect(await noticeState(actId)).toBe('missing')
      expect((await eventsOf(actId)).filter((event) => event === 'act.noticeMissed')).toHaveLength(1)
    }
  })

  it('is told by hand once, on a day that can be', async () => {
    const id = await fileAndAssign(almaty)
    const actId = await extend(id)
    await expect(tell(id, actId, '22.11.2026')).rejects.toMatchObject({ fields: { toldOn: 'acts:error.toldOnWrong' } })
    await expect(tell(id, actId, '24.11.2026')).rejects.toMatchObject({ fields: { toldOn: 'acts:error.toldOnWrong' } })
    await tell(id, actId, '23.11.2026')
    await expect(tell(id, actId, '23.11.2026')).rejects.toThrow('acts:error.toldAlready')
  })
})
