import type pg from 'pg'
import { copyRows, id, type Copied } from './fill.ts'

/** Sentences that residents could have written, as they are and as they are searched. */
const sentences = [
  ['Үйіміздің төбесінен су ағып тұр.', 'уйимиздин тобесинен су агып тур'],
  ['Көшеде жарық жоқ, шамдар жанбайды.', 'кошеде жарык жок шамдар жанбайди'],
  ['Автобус кестеге сай келмейді.', 'автобус кестеге сай келмейди'],
  ['Аулада қоқыс шығарылмайды.', 'аулада кокис шигарилмайди'],
  ['Жылу нашар, батарея суық.', 'жилу нашар батарея суик'],
  ['Балабақшаға кезек жылжымайды.', 'балабакшага кезек жилжимайди'],
  ['Во дворе нет освещения.', 'во дворе нет освещения'],
  ['Дорога разбита, ямы после дождя.', 'дорога разбита ями после дождя'],
  ['Лифт не работает вторую неделю.', 'лифт не работает вторую неделю'],
  ['Прошу назначить адресную помощь.', 'прошу назначить адресную помощь'],
  ['Шум от стройки по ночам.', 'шум от стройки по ночам'],
  ['Бродячие собаки у школы.', 'бродячие собаки у школи'],
] as const

const listed = (texts: readonly string[]) => `(array[${texts.map((text) => `'${text}'`).join(',')}])`
/** One of a list by a number that looks like chance and is none. */
const pick = (list: string, size: number | string, salt: number) =>
  `${list}[1 + ((n * ${salt}::bigint) % 99991)::int % ${size}]`

/** Over how many days the appeals of a region came in, and which part of them, the newest, is open. */
export interface Life {
  readonly days: number
  readonly open: number
}

/** As in a city after four years: one in fifty is open, a quarter of those late. */
export const fourYears: Life = { days: 4 * 365, open: 1 / 50 }

/** A region of so many appeals of every kind, number, person and word. */
export async function fillVaried(
  client: pg.Client,
  schema: string,
  appealId: string,
  count: number,
  { days, open }: Life = fourYears,
): Promise<void> {
  await client.query(`set search_path = ${schema}, extensions`)
  const ago = `(now() - (n * ${(days * 86_400) / count}) * interval '1 second')`
  const closed = `(n > ${Math.ceil(count * open)})`
  const registered = `(not ${closed} and n % 10 = 0)`
  const agency = pick(
    '(select array_agg(id order by position) from agency)',
    '(select count(*)::int from agency)',
    7919,
  )
  const due = `(${ago} + interval '21 days')`
  const place = (kind: number) => id(kind, `(${count} - n)`)
  const words = [31, 57, 101].map((salt) => [
    pick(listed(sentences.map(([text]) => text)), sentences.length, salt),
    pick(listed(sentences.map(([, folded]) => folded)), sentences.length, salt),
  ])
  const rare = `case when n % 4000 = 0 then 'канализация ' else '' end`
  const copied: readonly Copied[] = [
    {
      table: 'applicant',
      of: 'id = (select applicant_id from appeal where id = $1)',
      anew: {
        id: place(1),
        full_name: pick(listed(['Сынақова Әсел', 'Мысалов Бауыржан', 'Үлгіқызы Ақмарал', 'Примерова Анна']), 4, 13),
        phone: `'+7701' || lpad((n % 9999999)::text, 7, '0')`,
        iin: 'null',
      },
    },
    {
      table: 'appeal',
      of: 'id = $1',
      anew: {
        id: place(2),
        applicant_id: place(1),
        number: `'75-20-' || lpad((${count} - n)::text, 6, '0')`,
        submission_key: `'bench-' || n`,
        received_at: ago,
        due_at: due,
        due_on: `${due}::date`,
        status: `case when ${closed} then (case when n % 50 = 7 then 'withdrawn' else 'answered' end)
          else ${listed(['registered', 'assigned', 'assigned', 'assigned', 'forwarded', 'awaitingSignature', 'assigned', 'assigned', 'assigned', 'contested'])}[1 + n % 10] end`,
        legal_kind: pick(
          listed([
            'application',
            'application',
            'report',
            'report',
            'report',
            'complaint',
            'proposal',
            'inquiry',
            'response',
            'report',
          ]),
          10,
          7,
        ),
        category_id: pick(
          '(select array_agg(id order by position) from category)',
          '(select count(*)::int from category)',
          104_729,
        ),
        district_id: pick(
          '(select array_agg(id order by position) from district)',
          '(select count(*)::int from district)',
          15_485,
        ),
        language: `case when n % 100 = 41 then 'en' when n % 2 = 0 then 'kk' else 'ru' end`,
        agency_ids: `case when ${registered} then '{}' else array[${agency}] end`,
        closed_at: `case when ${closed} then ${ago} + interval '12 days' end`,
      },
    },
    {
      table: 'appeal_text',
      of: 'appeal_id = $1',
      anew: {
        appeal_id: place(2),
        text: `${words.map(([text]) => text).join(` || ' ' || `)} || ' ' || ${rare} || n`,
        folded: `' синакова асел ' || ${words.map(([, folded]) => folded).join(` || ' ' || `)} || ' ' || ${rare} || n || ' '`,
      },
    },
    {
      table: 'assignment',
      of: `appeal_id = $1 and not ${registered}`,
      anew: {
        id: place(3),
        appeal_id: place(2),
        agency_id: agency,
        due_at: due,
        due_on: `${due}::date`,
        status: `case when ${closed} then 'answered' when n % 10 = 5 then 'awaitingSignature' when n % 10 = 9 then 'contested'
          else 'open' end`,
        answered_at: `case when ${closed} then ${ago} + interval '12 days' end`,
      },
    },
  ]
  // Foreign keys hold by construction, and an index is built at once far quicker than row by row.
  await client.query(`set session_replication_role = replica; set maintenance_work_mem = '256MB'`)
  const { rows: indexes } = await client.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes where schemaname = $1 and tablename = any($2)
      and indexdef not like 'CREATE UNIQUE%'`,
    [schema, copied.map(({ table }) => table)],
  )
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  await copyRows(client, schema, appealId, count, copied)
  for (const { made } of indexes) await client.query(made)
  for (const { table } of copied) await client.query(`vacuum analyze ${table}`)
  await client.query('reset session_replication_role; reset maintenance_work_mem')
}
