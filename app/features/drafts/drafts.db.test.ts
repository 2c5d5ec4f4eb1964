import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { ApplicantKind } from '#db/schema/vocabulary.ts'
import { address, typedBy, writeDraft } from '#infra/testing/drafts.ts'
import { anyone, mondayMorning, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { answerQuestion, discardDraft } from './answer-question.server.ts'
import { findDraft } from './drafts.queries.server.ts'
import type { Question } from './questions.ts'
import { sendDraft } from './send-draft.server.ts'
import { mostNamed, NameCosigner } from '#app/features/cosigners/public.server.ts'
import { addNamed, removeNamed } from './name-cosigners.server.ts'
import { servedChannels } from './served-channels.queries.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

const text = typedBy('person').text.text

const answer = (region: TestRegion, id: string | undefined, question: Question, typed: Record<string, unknown>) =>
  region.as(anyone, (ctx) => answerQuestion(ctx, id, question, typed, address))

const draftOf = (region: TestRegion, id: string) => region.as(anyone, (ctx) => findDraft(ctx, id))

const send = (region: TestRegion, id: string | undefined, version: number) =>
  region.as(anyone, (ctx) => sendDraft(ctx, id, version, address))

async function sentBy(kind: ApplicantKind, changed?: Partial<Record<Question, object>>): Promise<string> {
  const { id, version } = await writeDraft(almaty, kind, changed)
  const sent = await send(almaty, id, version)
  if (sent === 'gone' || !('appealId' in sent)) throw new Error(`Not sent: ${JSON.stringify(sent)}`)
  return sent.appealId
}

const rowOf = async (appealId: string) => {
  const [row] = await product.database.rows<Record<string, unknown>>(
    `select a.*, p.*, a.id as id, c.slug as category from t_almaty.appeal a join t_almaty.applicant p on p.id = a.applicant_id
      left join t_almaty.category c on c.id = a.category_id where a.id = $1`,
    [appealId],
  )
  return row
}

const countRows = async (table: string) => {
  const [row] = await product.database.rows<{ count: string }>(`select count(*) from t_almaty.${table}`)
  return Number(row?.count)
}

describe('a draft', () => {
  it('begins with the first answer and keeps every further one', async () => {
    const first = await answer(almaty, undefined, 'intent', { meant: 'question' })
    const second = await answer(almaty, first.draft.id, 'text', { text })
    expect([first.isNew, second.isNew]).toEqual([true, false])
    expect(await draftOf(almaty, first.draft.id)).toEqual({
      id: first.draft.id,
      version: 2,
      answers: { intent: { meant: 'question' }, text: { text } },
    })
  })

  it('loses nothing of two windows that answer at once', async () => {
    const { draft } = await answer(almaty, undefined, 'intent', { meant: 'question' })
    const typed = typedBy('person')
    const asked = ['topic', 'text', 'place', 'person', 'name', 'iin', 'address', 'reply', 'language', 'files'] as const
    await Promise.all(asked.map((question) => answer(almaty, draft.id, question, typed[question])))
    const kept = await draftOf(almaty, draft.id)
    expect(Object.keys(kept?.answers ?? {}).toSorted()).toEqual(['intent', ...asked].toSorted())
    expect(kept?.version).toBe(1 + asked.length)
  })

  it('writes nothing of an answer that cannot be taken', async () => {
    const before = await countRows('appeal_draft')
    await expect(answer(almaty, undefined, 'text', { text: 'аз' })).rejects.toMatchObject({ name: 'ZodError' })
    expect(await countRows('appeal_draft')).toBe(before)
  })

  it('offers and takes an answer only by what the region can serve', async () => {
    const channels = (region: TestRegion, hasSms: boolean) =>
      region.as(anyone, (ctx) => servedChannels({ ...ctx, hasSms }))
    expect(await channels(almaty, true)).toEqual(['mail', 'sms', 'post', 'hall'])
    expect(await channels(almaty, false)).toEqual(['mail', 'post', 'hall'])
    await product.database.rows('update t_shymkent.hall set retired_at = now()')
    expect(await channels(shymkent, true)).toEqual(['mail', 'sms', 'post'])
    await product.database.rows('update t_shymkent.hall set retired_at = null')

    const bySms = { answerChannels: 'sms', phone: '8 701 123 45 67' }
    await expect(answer(almaty, undefined, 'reply', bySms)).rejects.toMatchObject({
      fields: { answerChannels: 'appeals:error.channelGone' },
    })
  })

  it('whose channel is gone since is asked for another one before it is sent', async () => {
    const { id, version } = await writeDraft(almaty, 'person')
    await product.database.rows(
      `update t_almaty.appeal_draft
        set answers = jsonb_set(answers, '{reply}', '{"answerChannels": ["sms"], "email": null, "phone": "+77011234567"}')
        where id = $1`,
      [id],
    )
    expect(await send(almaty, id, version)).toEqual({ question: 'reply' })
  })

  it('is not there in another region', async () => {
    const { draft } = await answer(almaty, undefined, 'text', { text })
    expect(await draftOf(shymkent, draft.id)).toBeUndefined()
    const there = await answer(shymkent, draft.id, 'intent', { meant: 'question' })
    expect(there.isNew).toBe(true)
    expect(there.draft.answers).toEqual({ intent: { meant: 'question' } })
    expect(await send(shymkent, draft.id, 1)).toBe('gone')
  })

  it('is forgotten a day after its last answer, and what is written then begins a new one', async () => {
    const { draft } = await answer(almaty, undefined, 'intent', { meant: 'question' })
    almaty.clock.move(new Date(mondayMorning.getTime() + 23 * 3_600_000))
    await answer(almaty, draft.id, 'topic', { category: 'none' })
    almaty.clock.move(new Date(mondayMorning.getTime() + 46 * 3_600_000))
    expect(await draftOf(almaty, draft.id)).toMatchObject({ version: 2 })
    almaty.clock.move(new Date(mondayMorning.getTime() + 48 * 3_600_000))
    expect(await draftOf(almaty, draft.id)).toBeUndefined()
    const late = await answer(almaty, draft.id, 'text', { text })
    almaty.clock.move(mondayMorning)
    expect(late).toMatchObject({ isNew: true, draft: { answers: { text: { text } } } })
    expect(late.draft.id).not.toBe(draft.id)
  })

  it('is gone when it is thrown away', async () => {
    const { draft } = await answer(almaty, undefined, 'text', { text })
    await almaty.as(anyone, (ctx) => discardDraft(ctx, draft.id))
    expect(await draftOf(almaty, draft.id)).toBeUndefined()
  })

  it('names who signs too: each becomes a co-signer of the one appeal, with contacts of their own', async () => {
    const { id } = await writeDraft(almaty, 'person')
    const named = (n: number, changes: object = {}) =>
      NameCosigner.parse({
        signerName: `Көршісі ${n}`,
        signerEmail: `n${n}@mail.example`,
        signerLanguage: 'ru',
        ...changes,
      })
    // Two windows at once lose nobody.
    await Promise.all([1, 2, 3].map((n) => almaty.as(anyone, (ctx) => addNamed(ctx, id, named(n)))))
    await almaty.as(anyone, (ctx) => removeNamed(ctx, id, 1))
    const draft = await draftOf(almaty, id)
    expect(draft?.answers.cosigners?.people).toHaveLength(2)
    const sent = await send(almaty, id, draft?.version ?? 0)
    const appealId = sent !== 'gone' && 'appealId' in sent ? sent.appealId : ''
    const people = await product.database.rows<{ email: string; is_follower: boolean }>(
      `select p.email, c.id = any(a.follower_ids) as is_follower from t_almaty.cosigner c
        join t_almaty.applicant p on p.id = c.applicant_id join t_almaty.appeal a on a.id = c.appeal_id where a.id = $1`,
      [appealId],
    )
    expect(people).toHaveLength(2)
    expect(people.every((person) => person.is_follower)).toBe(true)
    expect(() => named(4, { signerEmail: '' })).toThrow('contactMissing')
    expect(() => named(4, { signerIin: '900515300019' })).toThrow('iinControl')
  })

  it('names so many at most, and nobody where somebody says nothing of themselves', async () => {
    const { id } = await writeDraft(almaty, 'person')
    const person = NameCosigner.parse({ signerName: 'Көршісі', signerEmail: 'k@mail.example', signerLanguage: 'kk' })
    for (let n = 0; n < mostNamed; n += 1) await almaty.as(anyone, (ctx) => addNamed(ctx, id, person))
    await expect(almaty.as(anyone, (ctx) => addNamed(ctx, id, person))).rejects.toMatchObject({
      reason: { key: 'cosigners:error.tooManyNamed' },
    })
    await answer(almaty, id, 'person', { kind: 'anonymous' })
    await answer(almaty, id, 'anonymous', { choice: 'report' })
    const draft = await draftOf(almaty, id)
    const sent = await send(almaty, id, draft?.version ?? 0)
    const appealId = sent !== 'gone' && 'appealId' in sent ? sent.appealId : ''
    expect(await product.database.rows('select 1 from t_almaty.cosigner where appeal_id = $1', [appealId])).toEqual([])
  })

  it('asks once more who somebody is that would rather be named', async () => {
    const { draft } = await answer(almaty, undefined, 'person', { kind: 'anonymous' })
    const named = await answer(almaty, draft.id, 'anonymous', { choice: 'named' })
    expect(named.draft.answers).toEqual({})
  })

  it('knows the category that somebody came for, and no category that is none', async () => {
    const about = await answer(almaty, undefined, 'intent', { meant: 'problem', about: 'lift' })
    expect(about.draft.answers.topic).toEqual({ category: 'lift' })
    const nothing = await answer(almaty, undefined, 'intent', { meant: 'problem', about: 'time-travel' })
    expect(nothing.draft.answers.topic).toBeUndefined()
  })

  it('is begun at most 120 times an hour from one address: nobody fills the table', async () => {
    const begin = (from: string) =>
      almaty.as(anyone, (ctx) => answerQuestion(ctx, undefined, 'intent', { meant: 'question' }, from))
    for (let count = 0; count < 120; count += 1) await begin('192.0.2.8')
    await expect(begin('192.0.2.8')).rejects.toMatchObject({ name: 'TooManyTries' })
    await expect(begin('192.0.2.9')).resolves.toMatchObject({ isNew: true })
  })
})

describe('sending', () => {
  it('makes an appeal of everything that was answered, and leaves no draft', async () => {
    const { id, version } = await writeDraft(almaty, 'person')
    const sent = await send(almaty, id, version)
    const appealId = sent !== 'gone' && 'appealId' in sent ? sent.appealId : ''
    expect(await rowOf(appealId)).toMatchObject({
      kind: 'person',
      full_name: 'Сынақова Әсел',
      iin: '900515300018',
      intent: 'problem',
      legal_kind: 'report',
      category: 'street-lighting',
      language: 'ru',
      answer_channels: ['mail'],
      place_address: 'Абай даңғылы, 10-үй',
      place_landmark: 'мектеп жанында',
      place_lat: 43.2,
      place_lon: 76.9,
    })
    expect(await draftOf(almaty, id)).toBeUndefined()
  })

  it.each([
    ['organisation', { organisation_name: 'Үлгі ЖШС', bin: null, iin: null, represented_name: null }],
    ['representative', { represented_name: 'Сынақов Асан', basis: 'ата-анасымын', iin: '900515300018' }],
    ['guest', { country: 'Польша', iin: null }],
    ['anonymous', { full_name: '', address: '', email: null, iin: null, legal_kind: 'report', answer_channels: [] }],
  ] as const)('by somebody of the kind %s keeps what that kind of applicant has', async (kind, kept) => {
    expect(await rowOf(await sentBy(kind))).toMatchObject({ kind, ...kept })
  })

  it('ends for nobody without an appeal: no category, no IIN, no e-mail, no telephone, no place', async () => {
    const appealId = await sentBy('person', {
      topic: { category: 'none' },
      iin: { iin: '', noIin: 'yes' },
      reply: { answerChannels: 'hall' },
      place: { placeAddress: '', placeLandmark: '', placeLat: '', placeLon: '' },
    })
    expect(await rowOf(appealId)).toMatchObject({
      iin: null,
      email: null,
      phone: null,
      category: null,
      place_lat: null,
    })
  })

  it('says in facts what national figures are made of, and nothing that was typed', async () => {
    const appealId = await sentBy('guest', { intent: { meant: 'complaint' } })
    const [row] = await product.database.rows<{ facts: unknown; line: string }>(
      `select facts, row_to_json(j)::text as line from t_almaty.journal j where subject_id = $1`,
      [appealId],
    )
    expect(row?.facts).toEqual({
      channel: 'portal',
      intent: 'complaint',
      legalKind: 'complaint',
      language: 'ru',
      applicantKind: 'guest',
      registeredOn: '2026-11-23',
    })
    for (const personal of ['Сынақова', 'Абай', 'Польша', 'mail.example', text])
      expect(row?.line).not.toContain(personal)
  })

  it('leaves out what was typed before somebody became another kind of applicant', async () => {
    const { id } = await writeDraft(almaty, 'person')
    await answer(almaty, id, 'person', { kind: 'anonymous' })
    const { draft } = await answer(almaty, id, 'anonymous', { choice: 'report' })
    const sent = await send(almaty, id, draft.version)
    const appealId = sent !== 'gone' && 'appealId' in sent ? sent.appealId : ''
    expect(await rowOf(appealId)).toMatchObject({ full_name: '', iin: null, email: null, address: '' })
    const everything = await product.database.rows<{ line: string }>(
      `select row_to_json(p)::text as line from t_almaty.applicant p where kind = 'anonymous'`,
    )
    expect(JSON.stringify(everything)).not.toContain('Сынақова')
  })

  it('makes one appeal however often and however much at once it is sent', async () => {
    const before = await countRows('applicant')
    const { id, version } = await writeDraft(almaty, 'person')
    const sent = await Promise.all(Array.from({ length: 6 }, () => send(almaty, id, version)))
    const again = await send(almaty, id, version)
    expect(new Set([...sent, again].map((one) => JSON.stringify(one))).size).toBe(1)
    expect(sent[0]).toHaveProperty('appealId')
    expect(await countRows('applicant')).toBe(before + 1)
  })

  it('is answered by the appeal that it made for as long as a draft lives: a copied cookie opens none later', async () => {
    const { id, version } = await writeDraft(almaty, 'person')
    const sent = await send(almaty, id, version)
    almaty.clock.move(new Date(mondayMorning.getTime() + 23 * 3_600_000))
    expect(await send(almaty, id, version)).toEqual(sent)
    almaty.clock.move(new Date(mondayMorning.getTime() + 25 * 3_600_000))
    const late = await send(almaty, id, version)
    almaty.clock.move(mondayMorning)
    expect(late).toBe('gone')
  })

  it('is refused where another window has changed an answer since it was looked at, and nothing is lost', async () => {
    const { id, version } = await writeDraft(almaty, 'person')
    const { draft } = await answer(almaty, id, 'text', { text: `${text} Көршілер де сұрайды.` })
    await expect(send(almaty, id, version)).rejects.toMatchObject({ reason: { key: 'drafts:error.changed' } })
    await expect(send(almaty, id, draft.version)).resolves.toHaveProperty('appealId')
  })

  it('leads to the first question that is open', async () => {
    const { draft } = await answer(almaty, undefined, 'intent', { meant: 'question' })
    expect(await send(almaty, draft.id, 1)).toEqual({ question: 'topic' })
    expect(await send(almaty, undefined, 1)).toBe('gone')
  })

  it('costs at most ten statements between begin and commit', async () => {
    const { id, version } = await writeDraft(almaty, 'organisation')
    const statements: string[] = []
    await almaty.as(anyone, (ctx) => {
      const write: typeof ctx.write = (work) =>
        product.installation.database.withTenant(almaty.tenant, (db) =>
          work(
            db.withPlugin({
              transformQuery: ({ node }) => {
                statements.push(node.kind)
                return node
              },
              transformResult: async ({ result }) => result,
            }),
          ),
        )
      return sendDraft({ ...ctx, write }, id, version, address)
    })
    expect(statements.length).toBeGreaterThan(6)
    expect(statements.length).toBeLessThanOrEqual(10)
  })
})
