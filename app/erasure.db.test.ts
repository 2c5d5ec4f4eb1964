import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { ForbiddenError } from '@casl/ability'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { NotFound, Refusal } from '#app/core/errors.ts'
import type { TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { personalDigest } from '#app/core/personal-digest.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { addDraftAttachments, attachToAppeal } from './features/attachments/public.server.ts'
import { mentioningTables, personalTables } from '#db/schema/erasure.ts'
import { answerAppeal, fileAndAssign, fileAppeal } from '#infra/testing/appeals.ts'
import { anyone, knowing, openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import { addCosigner } from './features/cosigners/add-cosigner.server.ts'
import { AddCosigner } from './features/cosigners/cosigners.schema.server.ts'
import { removeCosigner } from './features/cosigners/leave-as-cosigner.server.ts'
import { eraseApplicant, removeErasedFiles } from './features/erasures/erase-applicant.server.ts'
import { getErasures } from './features/erasures/erasures.queries.server.ts'

let product: TestProduct
beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
})
afterAll(() => product?.close())

const paper = 'Өтініш № 7, 24.11.2026'
const asAdmin = <T>(work: (ctx: TenantContext) => Promise<T>) => product.almaty.as(product.almaty.admin, work)
const erase = (applicantId: string) =>
  asAdmin((ctx) => eraseApplicant(ctx, { applicantId, ground: 'asked', paper, sure: 'yes' }))
const applicantOf = async (appealId: string) =>
  (
    await product.database.rows<{ applicant_id: string }>('select applicant_id from t_almaty.appeal where id = $1', [
      appealId,
    ])
  )[0]?.applicant_id ?? ''
const answer = (id: string, text: string) => answerAppeal(product.almaty, id, { outcome: 'satisfied', text })

/** Every row of every table of these schemas, as text. */
async function dump(...schemas: string[]): Promise<Map<string, string>> {
  const tables = await product.database.rows<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables where table_schema = any($1)`,
    [schemas],
  )
  const written = new Map<string, string>()
  for (const { schema, name } of tables) {
    const rows = await product.database.rows<{ row: string }>(
      `select t::text as row from ${schema}.${name} t order by 1`,
    )
    written.set(`${schema}.${name}`, rows.map(({ row }) => row).join('\n'))
  }
  return written
}

/** Which of these words stand in which table, or in a file. */
async function whereStand(words: readonly string[]): Promise<string[]> {
  const tables = [...(await dump('t_almaty', 'control', 'national'))].map(([name, text]) => [name, text] as const)
  const entries = await readdir(product.filesDir, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name))
  const contents = await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const))
  return [...tables, ...contents].flatMap(([where, text]) =>
    words.filter((word) => text.toLowerCase().includes(word.toLowerCase())).map((word) => `${word} in ${where}`),
  )
}

/** A file under a draft, its name and content as given. */
async function bring(principal: Parameters<typeof product.almaty.as>[0], draftId: string, word: string) {
  await product.almaty.as(principal, async (ctx) => {
    const received = await (await ctx.files.openUpload()).receive(Readable.from([Buffer.from(`Мен ${word}`)]), 1000)
    const limits = { most: 10, bytes: 1000 }
    const files = [{ field: 'files', name: `${word}.txt`, ...received }]
    const sent = { fields: [], files, limits, tooMany: false, refused: undefined, drop: () => received.drop() }
    await addDraftAttachments(ctx, draftId, sent, async () => true).finally(sent.drop)
  })
}

/** Writes a word of the person into every place where the product would let one stand. */
async function leaveTraces(appealId: string, word: string, iin: string): Promise<void> {
  const draftId = newId()
  await bring(anyone, draftId, word)
  await product.almaty.as(knowing(appealId), (ctx) =>
    inTransaction(ctx, (ctx) => attachToAppeal(ctx, draftId, appealId)),
  )
  const { rows } = product.database
  const clerk = product.almaty.clerks['passenger-transport'].id
  await rows(`insert into t_almaty.appeal_information values ($1, $2, $3, $1, now())`, [
    newId(),
    appealId,
    `Мен, ${word}, тағы айтамын`,
  ])
  await rows(`insert into t_almaty.appeal_withdrawal values ($1, $2, $3, now())`, [appealId, `${word} кетті`, newId()])
  await rows(
    `insert into t_almaty.appeal_note (id, appeal_id, author_id, kind, text, submission_key, created_at)
      values ($1, $2, $3, 'note', $4, $1, now())`,
    [newId(), appealId, clerk, `${word} телефон соқты`],
  )
  await rows(
    `insert into t_almaty.answer_draft values
      ($1, $2, (select id from t_almaty.agency where slug = 'police'), null, $3, 1, $4, now(), null, null)`,
    [newId(), appealId, `Құрметті ${word}`, clerk],
  )
  await rows(
    `insert into t_almaty.translation_request
      (id, appeal_id, kind, draft_agency_id, from_language, to_language, status, original, translation, reason, asked_by,
        asked_at, closed_by, closed_at, submission_key)
      values ($1, $2, 'draft', (select id from t_almaty.agency where slug = 'police'), 'ru', 'kk', 'done', $3, $3, $3,
        $4, now(), $4, now(), $1)`,
    [newId(), appealId, `Уважаемый ${word}`, clerk],
  )
  await rows(
    `update t_almaty.appeal set place_address = $2, place_landmark = $2, place_lat = 43.123457, place_lon = 76.654329
      where id = $1`,
    [appealId, `${word} көшесі`],
  )
  const ratingId = newId()
  await rows(
    `insert into t_almaty.rating select $1, $2, 1, c.id, 'notSolved', $3, $1, now() from t_almaty.rating_choice c limit 1`,
    [ratingId, appealId, `${word} риза емес`],
  )
  await rows(
    `insert into t_almaty.reopening values ($1, $2, $3, $4, now(), current_date, now(), 'declined', null, $4, now())`,
    [newId(), appealId, ratingId, `${word} қайта сұрайды`],
  )
  await rows(`insert into t_almaty.registration values ($1, $2, 'Үлгі', 'dispatcher', $3, null, false, null, now())`, [
    appealId,
    clerk,
    `${word}/5`,
  ])
  const correctionId = newId()
  await rows(`insert into t_almaty.correction values ($1, $2, $3, $4, $1, now())`, [
    correctionId,
    appealId,
    clerk,
    `${word} куәлігін көрсетті`,
  ])
  await rows(`insert into t_almaty.correction_value values ($1, 'fullName', $2, $3)`, [
    correctionId,
    `Бұрынғы ${word}`,
    `Қазіргі ${word}`,
  ])
  await rows(
    `insert into t_almaty.cure values
      ($1, $2, '{address}', $3, 'cured', '2026-11-30', now(), null, $4, now(), null, now(), $1)`,
    [newId(), appealId, `${word} қай үйде тұрады?`, clerk],
  )
  const unfinished = newId()
  await rows(`insert into t_almaty.appeal_draft values ($1, $2, 1, now(), now(), now() + interval '1 day')`, [
    unfinished,
    JSON.stringify({ name: { fullName: word }, iin: { iin } }),
  ])
  await bring(anyone, unfinished, word)
}

const kinds = {
  person: {},
  organisation: { kind: 'organisation', bin: '120440001234', iin: '' },
  representative: { kind: 'representative', basis: 'сенімхат' },
  guest: { kind: 'guest', iin: '' },
} as const
const word = fc.stringMatching(/^[бвгджзклмнпр]{9}$/)
/** Valid numbers that nobody has. */
const iins = ['900515300018', '030214600018']

describe('one of several people who stand behind an appeal', () => {
  it('is erased alone: the others, their contacts and the count stay', async () => {
    const appealId = await fileAndAssign(product.almaty, { kind: 'guest', iin: '', fullName: 'Бірінші Адам' })
    const sign = (signerName: string, signerEmail: string) =>
      product.almaty.as(product.almaty.dispatcher, (ctx) =>
        addCosigner(
          ctx,
          appealId,
          AddCosigner.parse({ submissionKey: newId(), signerName, signerEmail, signerLanguage: 'kk' }),
        ),
      )
    await sign('Ерекшеесім Бір', 'erekshe@mail.example')
    await sign('Қалатын Екі', 'qalatyn@mail.example')
    const [first] = await product.database.rows<{ id: string; applicant_id: string }>(
      'select id, applicant_id from t_almaty.cosigner where appeal_id = $1 order by id',
      [appealId],
    )
    const { applicant_id: person = '', id: cosignerId = '' } = first ?? {}
    await expect(erase(person)).rejects.toMatchObject({ reason: { key: 'erasures:error.open' } })
    // Who has left waits for no answer.
    await product.almaty.as(product.almaty.dispatcher, (ctx) =>
      removeCosigner(ctx, appealId, { cosignerId, leftReason: 'Ерекшеесім өзі сұрады' }),
    )
    await erase(person)
    expect(await whereStand(['Ерекшеесім', 'erekshe@mail.example'])).toEqual([])
    expect(await whereStand(['Қалатын', 'qalatyn@mail.example', 'Бірінші Адам'])).not.toEqual([])
    const left = await product.database.rows('select 1 from t_almaty.cosigner where appeal_id = $1', [appealId])
    expect(left).toHaveLength(2)
    const page = await asAdmin((ctx) => getErasures(ctx, ''))
    expect(page.past.map(({ id }) => id)).toContain(person)
    const [row] = await product.database.rows<{ number: string }>('select number from t_almaty.appeal where id = $1', [
      appealId,
    ])
    const { people } = await asAdmin((ctx) => getErasures(ctx, row?.number ?? ''))
    expect(people.map(({ appeals }) => appeals.every(({ erased }) => erased))).toEqual([false, true, false])
  })
})

describe('a person who is erased', () => {
  it('stands in no table and in no file any more, whoever they were; numbers and figures stay', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[])),
        word,
        word,
        async (kind, own, inText) => {
          const name = `Қ${own}`
          const mailbox = `m${newId().slice(-12)}`
          const words = [own, inText, `${mailbox}@mail.example`, '43.123457', '76.654329']
          const iin = iins[1] ?? ''
          const appealId = await fileAndAssign(product.almaty, {
            iin,
            ...kinds[kind],
            fullName: name,
            address: `Алматы, ${own} көшесі, 10`,
            email: `${mailbox}@mail.example`,
            text: `Менің атым ${inText}. Көмек керек.`,
            organisationName: kind === 'organisation' ? `${own} ЖШС` : '',
            representedName: kind === 'representative' ? `${own} қызы` : '',
          })
          await leaveTraces(
            appealId,
            own,
            kinds[kind] === kinds.guest || kind === 'organisation' ? `${mailbox}@mail.example` : iin,
          )
          await answer(appealId, `Құрметті ${name}! Көмек берілді. Негіз: 5-бап.`)
          const applicantId = await applicantOf(appealId)
          expect((await whereStand(words)).length).toBeGreaterThan(15)
          const figures = async () =>
            product.database.rows(
              `select a.id, number, status, legal_kind, language, channel, registered_on, due_on, closed_at, p.kind,
                (select count(*) from t_almaty.attachment f where f.appeal_id = a.id) as files,
                (select outcome from t_almaty.answer where appeal_id = a.id) as outcome,
                (select jsonb_agg(facts order by id) from t_almaty.journal where subject_id = a.id) as facts
              from t_almaty.appeal a join t_almaty.applicant p on p.id = a.applicant_id order by a.id`,
            )
          const before = await figures()
          await erase(applicantId)
          await product.almaty.as({ kind: 'system' }, (ctx) => removeErasedFiles(ctx, applicantId))
          // Files of what was never sent belong to nobody, and go with the nightly sweep.
          const left = (await whereStand(words)).filter((where) => !where.includes('/kept/'))
          expect(left).toEqual([])
          expect(await figures()).toEqual(before)
        },
      ),
      { numRuns: 8 },
    )
  })

  it('leaves a tombstone, and a digest that proves a value to who has it', async () => {
    const id = await fileAndAssign(product.almaty, { fullName: 'Тасболатова Гүл', iin: '', kind: 'guest' })
    await answer(id, 'Берілді. Негіз: 5-бап.')
    const applicantId = await applicantOf(id)
    await erase(applicantId)
    const [tombstone] = await product.database.rows('select * from t_almaty.erasure where applicant_id = $1', [
      applicantId,
    ])
    expect(tombstone).toMatchObject({ erased_by: product.almaty.admin.id, ground: 'asked', paper })
    const [entry] = await product.database.rows<{
      digests: Record<string, string>
      actor_id: string
      fields: string[]
    }>(`select digests, actor_id, fields from t_almaty.journal where event = 'applicant.erased' and subject_id = $1`, [
      applicantId,
    ])
    expect(entry?.actor_id).toBe(product.almaty.admin.id)
    expect(Object.keys(entry?.digests ?? {}).toSorted()).toEqual([...(entry?.fields ?? [])].toSorted())
    const secret = await asAdmin(async (ctx) => ctx.secret)
    expect(entry?.digests.fullName).toBe(personalDigest(secret, applicantId, 'fullName', 'Тасболатова Гүл'))
    expect(entry?.digests.fullName).not.toBe(personalDigest(secret, newId(), 'fullName', 'Тасболатова Гүл'))
  })

  it('is the same person in every appeal under one IIN, and nobody else', async () => {
    const both = { iin: iins[0] ?? '' }
    const first = await fileAndAssign(product.almaty, { ...both, fullName: 'Бірінші Аты' })
    const second = await fileAndAssign(product.almaty, { ...both, fullName: 'Екінші Аты' })
    const other = await fileAndAssign(product.almaty, { iin: iins[1] ?? '', fullName: 'Басқа Адам' })
    const witness = await fileAppeal(product.shymkent, { ...both, fullName: 'Шымкенттік Адам' })
    for (const id of [first, second, other]) await answer(id, 'Берілді. Негіз: 5-бап.')
    await erase(await applicantOf(first))
    expect(await whereStand(['Бірінші Аты', 'Екінші Аты'])).toEqual([])
    expect((await whereStand(['Басқа Адам'])).length).toBeGreaterThan(0)
    const [kept] = await product.database.rows<{ full_name: string }>(
      'select p.full_name from t_shymkent.appeal a join t_shymkent.applicant p on p.id = a.applicant_id where a.id = $1',
      [witness],
    )
    expect(kept?.full_name).toBe('Шымкенттік Адам')
    expect(other).not.toBe('')
  })

  it('is not erased while one of their appeals is open: its number is told, and nothing has changed', async () => {
    const iin = '900515300018'
    const closed = await fileAndAssign(product.almaty, { iin, fullName: 'Әлі Ашық' })
    await answer(closed, 'Берілді. Негіз: 5-бап.')
    const open = await fileAppeal(product.almaty, { iin, fullName: 'Әлі Ашық' })
    const [appeal] = await product.database.rows<{ number: string }>(
      'select number from t_almaty.appeal where id = $1',
      [open],
    )
    const before = await dump('t_almaty')
    const refused = await erase(await applicantOf(closed)).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Refusal)
    expect((refused as Refusal).reason).toEqual({ key: 'erasures:error.open', values: { numbers: appeal?.number } })
    expect(await dump('t_almaty')).toEqual(before)
  })

  it('is erased by the administrator alone, once, and only in the own region', async () => {
    const id = await fileAndAssign(product.almaty, { kind: 'guest', iin: '', fullName: 'Қонақ Бір' })
    await answer(id, 'Берілді. Негіз: 5-бап.')
    const applicantId = await applicantOf(id)
    const input = { applicantId, ground: 'asked', paper, sure: 'yes' } as const
    const { dispatcher, clerks, heads } = product.almaty
    for (const principal of [dispatcher, ...Object.values(clerks), ...Object.values(heads), knowing(id), anyone]) {
      for (const applicantId of [input.applicantId, newId()]) {
        const tried = product.almaty.as(principal, (ctx) => eraseApplicant(ctx, { ...input, applicantId }))
        await expect(tried).rejects.toBeInstanceOf(ForbiddenError)
      }
    }
    const abroad = product.shymkent.as(product.shymkent.admin, (ctx) => eraseApplicant(ctx, input))
    await expect(abroad).rejects.toBeInstanceOf(NotFound)
    await Promise.all([erase(applicantId), erase(applicantId)])
    const entries = await product.database.rows(
      `select id from t_almaty.journal where event = 'applicant.erased' and subject_id = $1`,
      [applicantId],
    )
    expect(entries).toHaveLength(1)
  })
})

describe('an erasure that is killed', () => {
  it('before its end has erased nothing', async () => {
    const id = await fileAndAssign(product.almaty, { kind: 'guest', iin: '', fullName: 'Үзілген Бір' })
    await answer(id, 'Берілді. Негіз: 5-бап.')
    const applicantId = await applicantOf(id)
    const before = await dump('t_almaty')
    const killed = asAdmin((ctx) => {
      const write: typeof ctx.write = (work) =>
        product.installation.database.withTenant(product.almaty.tenant, async (db) => {
          const result = await work(db)
          await product.database.rows(
            `select pg_terminate_backend(pid) from pg_stat_activity
              where datname = current_database() and application_name = 'bir-tereze-test' and state = 'idle in transaction'`,
          )
          return result
        })
      return eraseApplicant({ ...ctx, write }, { applicantId, ground: 'asked', paper, sure: 'yes' })
    })
    await expect(killed).rejects.toThrow(/terminat|connection/i)
    expect(await dump('t_almaty')).toEqual(before)
    await erase(applicantId)
    expect(await whereStand(['Үзілген Бір'])).toEqual([])
  })

  it('between two files goes on with the rest when its job comes again', async () => {
    const id = await fileAndAssign(product.almaty, { kind: 'guest', iin: '' })
    for (const name of ['біріншіфайл', 'екіншіфайл', 'үшіншіфайл']) {
      const draftId = newId()
      await bring(anyone, draftId, name)
      await product.almaty.as(knowing(id), (ctx) => inTransaction(ctx, (ctx) => attachToAppeal(ctx, draftId, id)))
    }
    await answer(id, 'Берілді. Негіз: 5-бап.')
    const applicantId = await applicantOf(id)
    await erase(applicantId)
    const names = ['біріншіфайл', 'екіншіфайл', 'үшіншіфайл']
    expect(await whereStand(names)).toHaveLength(3)
    let removed = 0
    const cut = product.almaty.as({ kind: 'system' }, (ctx) => {
      const remove: typeof ctx.files.remove = async (key) => {
        if (removed === 1) throw new Error('killed here')
        removed += 1
        await ctx.files.remove(key)
      }
      return removeErasedFiles({ ...ctx, files: { ...ctx.files, remove } }, applicantId)
    })
    await expect(cut).rejects.toThrow('killed here')
    expect(await whereStand(names)).toHaveLength(2)
    await product.almaty.as({ kind: 'system' }, (ctx) => removeErasedFiles(ctx, applicantId))
    expect(await whereStand(names)).toEqual([])
  })

  it('removes no file of who was not erased', async () => {
    const id = await fileAndAssign(product.almaty, { kind: 'guest', iin: '' })
    const draftId = newId()
    await bring(anyone, draftId, 'қаладыфайл')
    await product.almaty.as(knowing(id), (ctx) => inTransaction(ctx, (ctx) => attachToAppeal(ctx, draftId, id)))
    const applicantId = await applicantOf(id)
    await product.almaty.as({ kind: 'system' }, (ctx) => removeErasedFiles(ctx, applicantId))
    expect((await whereStand(['Мен қаладыфайл'])).length).toBe(1)
  })
})

it('every column of text in a table of persons is emptied, or is known to name nobody', async () => {
  const columns = await product.database.rows<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
      where table_schema = 't_almaty' and data_type in ('text', 'jsonb', 'ARRAY', 'character varying')`,
  )
  const unthought = personalTables
    // A row that goes takes all its columns along.
    .filter(({ writes }) => writes !== undefined)
    .flatMap(({ table, writes = {}, keeps }) =>
      columns
        .filter((one) => one.table === table && !/(^|_)ids?$/.test(one.column))
        .filter(({ column }) => !(column in writes) && !(keeps as readonly string[]).includes(column))
        .map(({ column }) => `${table}.${column}`),
    )
  expect(unthought).toEqual([])
  const real = new Set(columns.map(({ table, column }) => `${table}.${column}`))
  const named = [
    ...personalTables.flatMap(({ table, keeps }) => keeps.map((column) => `${table}.${column}`)),
    ...mentioningTables.map(({ table, mentions }) => `${table}.${mentions}`),
  ]
  expect(named.filter((name) => !real.has(name))).toEqual([])
})
