import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { ForbiddenError } from '@casl/ability'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import type { TenantContext } from '#app/core/context.ts'
import type { ReceivedFile } from '#app/core/files.ts'
import { answerAppeal, fileAndAssign, fileAppeal } from '#infra/testing/appeals.ts'
import { killedAt } from '#infra/testing/kill.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { applyRegister, discardRegister, startRegister } from './apply-register.server.ts'
import { giveRegister } from './give-register.server.ts'
import { getRegisterImport, importOfForm, reportRows } from './imports.queries.server.ts'
import { tableResponse } from './table-response.server.ts'
import { mostLines, takeRegister } from './take-register.server.ts'

let product: TestProduct
let almaty: TestRegion
beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  almaty = product.almaty
})
afterAll(() => product?.close())

const rows = (text: string, ...values: unknown[]) => product.database.rows<Record<string, unknown>>(text, values)

function received(content: Buffer): ReceivedFile {
  return {
    bytes: content.length,
    cut: false,
    read: (start = 0, end = content.length) => Readable.from([content.subarray(start, end)]),
    drop: async () => undefined,
  }
}

const headings =
  'Номер e-Otinish;Номер;Дата регистрации;Вид;Язык;ФИО;ИИН;Почтовый адрес;Электронная почта;Текст обращения'
const words = 'Сообщение;русский;Асанов Асан;900515300018;Алматы, Абая, 10;;Во дворе нет света вторую неделю'
const lineOf = (ref: string, changes = words, number = '', day = '20.11.2026') => `${ref};${number};${day};${changes}`

/** A register that came as CSV, read and judged; its id. */
async function take(lines: readonly string[], region = almaty, submissionKey: string = crypto.randomUUID()) {
  return region.as(region.dispatcher, async (ctx) => {
    await takeRegister(ctx, submissionKey, received(Buffer.from(`${[headings, ...lines].join('\n')}\n`)))
    return importOfForm(ctx, submissionKey)
  })
}

const judged = (id: string) => almaty.as(almaty.dispatcher, (ctx) => getRegisterImport(ctx, id))
const start = (id: string) => almaty.as(almaty.dispatcher, (ctx) => startRegister(ctx, id))
const work = (id: string) => almaty.as({ kind: 'system' }, (ctx) => applyRegister(ctx, id))
async function apply(id: string) {
  await start(id)
  await work(id)
  return judged(id)
}
const appealsWith = (refs: readonly string[]) =>
  rows('select id, number, external_ref, channel from t_almaty.appeal where external_ref = any($1)', refs)

let used = 0
/** A number of e-Otinish that nobody has. */
const newRef = () => `ЖТ-2026-${String((used += 1)).padStart(8, '0')}`

describe('a register that is taken in', () => {
  it('is only looked at first: nothing becomes of it before it is applied', async () => {
    const [a, b] = [newRef(), newRef()]
    const known = await fileAppeal(almaty)
    const [{ number } = {}] = await rows('select number from t_almaty.appeal where id = $1', known)
    const before = await rows('select id from t_almaty.appeal')
    const id = await take([lineOf(a), lineOf(b, words, String(number)), lineOf('нет'), lineOf(a)])
    expect(await judged(id)).toMatchObject({
      state: 'checked',
      lines: 4,
      counts: { register: 1, number: 1, same: 0, refused: 2 },
      refused: [
        { line: 4, why: ['e-Otinish нөмірі: бұл e-Otinish нөмірі емес'] },
        { line: 5, why: ['e-Otinish нөмірі: бұл e-Otinish нөмірі файлда жоғарыда бар'] },
      ],
    })
    expect(await rows('select id from t_almaty.appeal')).toHaveLength(before.length)
  })

  it('registers what is unknown, gives ours its number, and tells nobody of what was registered elsewhere', async () => {
    const [a, b] = [newRef(), newRef()]
    const known = await fileAppeal(almaty)
    const [{ number } = {}] = await rows('select number from t_almaty.appeal where id = $1', known)
    const done = await apply(await take([lineOf(a), lineOf(b, words, String(number))]))
    expect(done).toMatchObject({ state: 'done', applied: 2 })
    const [made] = await rows(
      `select a.*, a.registered_on::text as day, a.due_on::text as due, p.full_name, p.iin, x.text
        from t_almaty.appeal a join t_almaty.applicant p on p.id = a.applicant_id
        join t_almaty.appeal_text x on x.appeal_id = a.id where external_ref = $1`,
      a,
    )
    // A report of Friday, 20 November: 15 working days.
    expect(made).toMatchObject({ channel: 'eOtinish', status: 'registered', day: '2026-11-20', due: '2026-12-11' })
    expect(made).toMatchObject({ full_name: 'Асанов Асан', iin: '900515300018', legal_kind: 'report', language: 'ru' })
    const [ours] = await rows('select external_ref, channel from t_almaty.appeal where id = $1', known)
    expect(ours).toEqual({ external_ref: b, channel: 'portal' })
    const events = await rows(
      `select event, facts->>'channel' as channel from t_almaty.outbox where subject_id = $1`,
      made?.id,
    )
    expect(events).toEqual([{ event: 'appeal.imported', channel: 'eOtinish' }])
  })

  it('refuses a day on which no term was in force, and does the lines around it', async () => {
    const [a, b] = [newRef(), newRef()]
    const id = await take([lineOf(a), lineOf(newRef(), words, '', '15.03.2021'), lineOf(b)])
    expect((await judged(id)).refused).toEqual([
      { line: 3, why: ['Тіркелген күні: күні тым ерте: ол кезде жауап мерзімдері қолданылмаған'] },
    ])
    expect(await apply(id)).toMatchObject({ state: 'done', applied: 2 })
    expect(await appealsWith([a, b])).toHaveLength(2)
  })

  it('doubles nothing: the same file again, and the same numbers in another one, find everything there', async () => {
    const refs = [newRef(), newRef(), newRef()]
    const lines = refs.map((ref) => lineOf(ref))
    await apply(await take(lines))
    const again = await apply(await take([...lines, lineOf(` ${refs[0]?.toLowerCase().replaceAll('-', ' – ')} `)]))
    expect(again.counts).toEqual({ register: 0, number: 0, same: 3, refused: 1 })
    expect(await appealsWith(refs)).toHaveLength(3)
    const key = crypto.randomUUID()
    expect(await take([lineOf(newRef())], almaty, key)).toBe(await take([lineOf(newRef())], almaty, key))
  })

  it('says of each line what is wrong with it, each word with its column', async () => {
    const other = await fileAppeal(almaty)
    const [a, b] = [newRef(), newRef()]
    await apply(await take([lineOf(a)]))
    const [{ number } = {}] = await rows('select number from t_almaty.appeal where id = $1', other)
    const id = await take([
      lineOf('', words),
      lineOf(a, words, String(number)),
      lineOf(b, words, '75-26-999999'),
      lineOf(newRef(), 'Бумага;марсианский;;123;;не почта;мало', '', '31.12.2026'),
    ])
    const { refused } = await judged(id)
    expect(refused.map(({ line }) => line)).toEqual([2, 3, 4, 5])
    expect(refused.at(-1)?.why.map((why) => why.split(':')[0])).toEqual([
      'Тілі',
      'Түрі',
      'Тіркелген күні',
      'Жолданым мәтіні',
      'Тегі, аты, әкесінің аты',
      'Пошта мекенжайы',
      'Электрондық пошта',
      'ЖСН',
    ])
    const report = await almaty.as(almaty.dispatcher, async (ctx) => {
      const lines: unknown[] = []
      for await (const line of reportRows(ctx, id).rows) lines.push(line)
      return lines
    })
    expect(report).toHaveLength(4)
    expect(report[0]).toEqual([2, '', '', 'Қабылданбады', 'e-Otinish нөмірі: e-Otinish нөмірі жоқ'])
  })

  it('is done by two imports of the same number at once as by one', async () => {
    const refs = [newRef(), newRef(), newRef(), newRef()]
    const ids = [await take(refs.map((ref) => lineOf(ref))), await take(refs.toReversed().map((ref) => lineOf(ref)))]
    for (const id of ids) await start(id)
    await Promise.all([...ids, ...ids].map(work))
    for (const id of ids) expect(await judged(id)).toMatchObject({ state: 'done', applied: 4 })
    expect(await appealsWith(refs)).toHaveLength(4)
  })

  it('refuses a line that fails for a reason nobody thought of, says so in the journal without a word of it, and does the rest', async () => {
    const [a, b, c] = [newRef(), newRef(), newRef()]
    await rows(`create function t_almaty.fail_on_it() returns trigger language plpgsql as
      $$ begin if new.text like '%нежданное%' then raise exception 'a bad text: %', new.text using errcode = '22000'; end if; return new; end $$`)
    await rows(`create trigger fail_on_it before insert on t_almaty.appeal_text
      for each row execute function t_almaty.fail_on_it()`)
    try {
      const id = await take([lineOf(a), lineOf(b, `${words}, нежданное`), lineOf(c)])
      const done = await apply(id)
      expect(done).toMatchObject({ state: 'done', counts: { register: 2, refused: 1 } })
      expect(done.refused).toEqual([
        { line: 3, why: ['e-Otinish нөмірі: бұл жолды қабылдау мүмкін болмады; жолданымды қолмен тіркеңіз'] },
      ])
      expect((await appealsWith([a, b, c])).map((row) => row.external_ref)).toEqual(expect.arrayContaining([a, c]))
      const said = await rows(
        `select refs->>'cause' as cause from t_almaty.journal where event = 'register.lineFailed'`,
      )
      expect(said).toEqual([{ cause: 'error 22000' }])
    } finally {
      await rows('drop trigger fail_on_it on t_almaty.appeal_text')
      await rows('drop function t_almaty.fail_on_it')
    }
  })

  it('that is killed in the middle goes on with the next line, and has doubled none', async () => {
    const refs = Array.from({ length: 6 }, newRef)
    const id = await take(refs.map((ref) => lineOf(ref)))
    await start(id)
    // Cut off where the third appeal is written.
    let done = 0
    const cut = await almaty.as({ kind: 'system' }, async (ctx) => {
      const write: typeof ctx.write = async (run) => {
        if (done === 2) throw new Error('killed here')
        const result = await product.installation.database.withTenant(almaty.tenant, run)
        done += 1
        return result
      }
      return applyRegister({ ...ctx, write }, id).catch((error: Error) => error.message)
    })
    expect(cut).toBe('killed here')
    expect(await appealsWith(refs)).toHaveLength(2)
    expect(await killedAt(product, 't_almaty.appeal_counter', () => work(id))).toBe('cut off')
    expect(await appealsWith(refs)).toHaveLength(2)
    await work(id)
    await work(id)
    expect(await judged(id)).toMatchObject({ state: 'done', applied: 6 })
    expect(await appealsWith(refs)).toHaveLength(6)
    const applied = await rows(
      `select id from t_almaty.journal where event = 'register.applied' and subject_id = $1`,
      id,
    )
    expect(applied).toHaveLength(1)
  })

  it('leaves no words of a person in its lines once they stand in the appeal', async () => {
    const id = await apply(await take([lineOf(newRef(), words.replace('Асанов Асан', 'Қалдырмайтын Адам'))]))
    const left = await rows('select cells::text from t_almaty.register_row where import_id = $1', id.id)
    expect(left).toEqual([{ cells: '{}' }])
  })

  it('may be a workbook of Excel, with its own kind of days', async () => {
    const ref = newRef()
    const cell = (value: string) => ({ value })
    const content = await writeXlsxFile([
      [
        'e-Otinish number',
        'Registered on',
        'Kind',
        'Language',
        'Full name',
        'Postal address',
        'Text of the appeal',
      ].map(cell),
      [
        cell(ref),
        { value: new Date('2026-11-20T00:00:00Z'), type: Date, format: 'dd.mm.yyyy' },
        ...['Complaint', 'kk', 'Үлгі Қыз', 'Алматы қаласы, 1', 'Шешіммен келіспеймін, қайта қараңыз'].map(cell),
      ],
    ]).toBuffer()
    const key = crypto.randomUUID()
    const id = await almaty.as(almaty.dispatcher, async (ctx) => {
      await takeRegister(ctx, key, received(content))
      return importOfForm(ctx, key)
    })
    await apply(id)
    const [made] = await rows(
      'select legal_kind, registered_on::text as day from t_almaty.appeal where external_ref = $1',
      ref,
    )
    expect(made).toEqual({ legal_kind: 'complaint', day: '2026-11-20' })
  })

  it('is refused whole where it is none, has no such column or too many lines', async () => {
    const takeRaw = (content: string | Buffer) =>
      almaty.as(almaty.dispatcher, (ctx) => takeRegister(ctx, crypto.randomUUID(), received(Buffer.from(content))))
    const because = (key: string) => ({ name: 'InvalidInput', fields: { file: key } })
    await expect(takeRaw('имя;адрес\nа;б\n')).rejects.toMatchObject(because('registers:error.headings'))
    await expect(takeRaw('')).rejects.toMatchObject(because('registers:error.headings'))
    await expect(takeRaw(Buffer.from([0x50, 0x4b, 1, 2, 3]))).rejects.toMatchObject(
      because('registers:error.fileUnreadable'),
    )
    await expect(takeRaw(Buffer.from([0xcd, 0xee, 0xec]))).rejects.toMatchObject(
      because('registers:error.fileUnreadable'),
    )
    const long = `Номер e-Otinish\n${'нет\n'.repeat(mostLines + 1)}`
    await expect(takeRaw(long)).rejects.toMatchObject({ fields: { file: { key: 'registers:error.fileLong' } } })
    expect(await rows(`select id from t_almaty.register_import where state = 'reading'`)).toEqual([])
  })

  it('is taken in by a dispatcher alone, applied once, and is nothing in another region', async () => {
    const id = await take([lineOf(newRef())])
    const centre = await almaty.hire('centre', 'Орталық Басшысы', ['centreHead'])
    for (const who of [almaty.clerks['passenger-transport'], almaty.admin, centre])
      for (const act of [startRegister, discardRegister, getRegisterImport])
        await expect(almaty.as(who, async (ctx) => act(ctx, id))).rejects.toBeInstanceOf(ForbiddenError)
    const abroad = (ctx: TenantContext) => startRegister(ctx, id)
    await expect(product.shymkent.as(product.shymkent.dispatcher, abroad)).rejects.toMatchObject({ name: 'NotFound' })
    await start(id)
    await expect(start(id)).rejects.toMatchObject({ reason: { key: 'registers:error.notChecked' } })
    const aside = await take([lineOf(newRef())])
    await almaty.as(almaty.dispatcher, (ctx) => discardRegister(ctx, aside))
    await work(aside)
    expect(await judged(aside)).toMatchObject({ state: 'discarded', applied: 0 })
    expect(await rows('select id from t_almaty.register_row where import_id = $1', aside)).toEqual([])
  })
})

describe('a register that is given out', () => {
  const span = { from: '2026-01-01', until: '2026-12-31' }
  const given = (format: 'csv' | 'xlsx', who = almaty.dispatcher, days = span) =>
    almaty.as(who, async (ctx) => {
      const table = await giveRegister(ctx, days, format)
      const { body } = tableResponse(format, { name: 'register', sheet: 'Тізілім', ...table })
      return buffer(Readable.fromWeb(body as never))
    })

  it('says of every appeal what stands in the register, also after its answer', async () => {
    const id = await fileAndAssign(almaty, { fullName: 'Тізілімдегі Адам' })
    await answerAppeal(almaty, id, { outcome: 'explained', text: 'Жауап берілді. Негізі: ӘРПК 76-бабы.' })
    const [sheet] = await readXlsxFile(await given('xlsx'))
    const [head = [], ...lines] = sheet?.data ?? []
    const at = (column: string) => head.indexOf(column)
    const line = lines.find((cells) => cells[at('Тегі, аты, әкесінің аты')] === 'Тізілімдегі Адам')
    expect(line?.[at('Тіркелген күні')]).toBe('23.11.2026')
    expect(line?.[at('Мәртебесі')]).toBe('Жауап берілді')
    expect(line?.[at('Жауап берілген күн')]).toBe('23.11.2026')
    expect(line?.[at('Жауап нәтижесі')]).toBe('Түсіндірме берілді')
    const all = await rows('select id from t_almaty.appeal')
    expect(lines).toHaveLength(all.length)
  })

  it('can be taken in again, and nothing changes by it', async () => {
    await apply(await take([lineOf(newRef()), lineOf(newRef())]))
    const [{ count } = {}] = await rows('select count(*)::int from t_almaty.appeal where external_ref is not null')
    const key = crypto.randomUUID()
    const content = await given('csv')
    const id = await almaty.as(almaty.dispatcher, async (ctx) => {
      await takeRegister(ctx, key, received(content))
      return importOfForm(ctx, key)
    })
    const { counts, ignored } = await judged(id)
    expect(ignored).toEqual([])
    // What has no number of e-Otinish is not the national system's.
    expect(counts).toMatchObject({ register: 0, number: 0, same: count })
  })

  it('is only of its days, for who sees every appeal, and each time is written down', async () => {
    expect(
      (await given('csv', almaty.dispatcher, { from: '2025-01-01', until: '2025-12-31' }))
        .toString()
        .trim()
        .split('\r\n'),
    ).toHaveLength(1)
    for (const who of [almaty.clerks['passenger-transport'], almaty.admin])
      await expect(given('csv', who)).rejects.toBeInstanceOf(ForbiddenError)
    const [line] = await rows(
      `select actor_id, facts from t_almaty.journal where event = 'register.exported' order by id desc limit 1`,
    )
    expect(line).toEqual({
      actor_id: almaty.dispatcher.id,
      facts: { from: '2025-01-01', until: '2025-12-31', format: 'csv' },
    })
  })
})
