import type { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { statementsOf } from '#infra/testing/plans.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import type { StaffPrincipal } from '#app/core/access/principal.ts'
import type { TenantContext } from '#app/core/context.ts'
import { getWorklist } from './worklist-page.queries.server.ts'
import { appealKinds, appealStatuses, dueSpans, sortings, viewsOf, worklistQuery } from './worklist.ts'
import { listAppeals } from './worklist.queries.server.ts'

/** As many appeals as a large region has in a year, and how many of them are open. */
const appeals = 100_000
const openOnes = 8000

/** Tables that grow with the appeals. */
const large = new Set(['appeal', 'applicant', 'appeal_text', 'assignment', 'journal'])

let product: TestProduct
let almaty: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty } = product)
  await fillRegion()
}, 180_000)
afterAll(() => product?.close())

/** Fills the region by the database itself: what is tried here is reading. The newest appeals are open, as in life. */
async function fillRegion() {
  const { rows } = product.database
  const id = `'019ac000-0000-7000-8000-' || lpad(n::text, 12, '0')`
  const at = `(timestamptz '2026-11-23 04:00+00' - make_interval(mins => (${appeals} - n) * 5))`
  const name = `(array['Сынақова Әсел','Мысалов Бауыр','Үлгіқызы Ақмарал','Петрова Анна'])[1 + n % 4]`
  const numbers = `generate_series(1, ${appeals}) n`
  await rows(`insert into t_almaty.applicant (id, full_name, iin, address, email, phone, created_at)
    select ${id}, ${name}, '', '', '', '+7701' || lpad((n % 50000)::text, 7, '0'), ${at} from ${numbers}`)
  await rows(`insert into t_almaty.appeal (id, number, status, legal_kind, category_id, district_id, language, channel, applicant_id,
      agency_ids, received_at, registered_on, due_on, due_at, submission_key, access_salt, created_at, updated_at, closed_at)
    select id, '75-26-' || lpad(n::text, 6, '0'),
      case when closed then (case n % 50 when 0 then 'withdrawn' else 'answered' end) when n % 10 = 0 then 'registered'
        when n % 10 = 1 then 'forwarded' when n % 10 = 2 then 'awaitingSignature' else 'assigned' end,
      case when n % 100 = 3 then 'complaint' when n % 3 = 0 then 'report' else 'application' end, c.ids[1 + (n % 997) * (n % 997) % array_length(c.ids, 1)],
      d.ids[1 + (n % 983) % array_length(d.ids, 1)],
      case when n % 100 = 7 then 'en' when n % 2 = 0 then 'kk' else 'ru' end, 'portal', id,
      case when not closed and n % 10 = 0 then '{}' else array[a.ids[1 + (n % 991) * 7 % array_length(a.ids, 1)]] end,
      at, at::date, at::date + 21, at + interval '21 days', n, '', at, at,
      case when closed then at + interval '12 days' end
    from (select n, ${id} as id, ${at} as at, n <= ${appeals - openOnes} as closed from ${numbers}) g,
      (select array_agg(id order by id) as ids from t_almaty.agency) a,
      (select array_agg(id order by id) as ids from t_almaty.category) c,
      (select array_agg(id order by id) as ids from t_almaty.district) d`)
  await rows(`insert into t_almaty.appeal_text (appeal_id, text, folded)
    select ${id}, '', ' ' || (array['синакова асел','мисалов бауир','улгикизи акмарал','петрова анна'])[1 + n % 4] ||
      ' кошеде жарик жок ауламизда шам жанбайди ' || (case when n % 5000 = 0 then 'канализация ' else '' end) || md5(n::text) || ' '
    from ${numbers}`)
  await rows(`insert into t_almaty.assignment (id, appeal_id, agency_id, assigned_by, assigned_at, due_on, due_at, answered_at)
    select 'share-' || id, id, agency_ids[1], (select id from t_almaty.staff_member limit 1), received_at, due_on, due_at,
      closed_at from t_almaty.appeal where agency_ids <> '{}'`)
  await rows(
    `insert into t_almaty.journal (id, occurred_at, actor_kind, actor_id, event, subject_kind, subject_id, fields, refs,
      request_id)
    select ${id}, ${at}, 'staff', (array[$1, $2])[1 + (n % 10 / 9)], 'appeal.assigned', 'appeal', ${id}, '{}', '{}', ''
    from ${numbers}`,
    [almaty.dispatcher.id, almaty.clerks['passenger-transport'].id],
  )
  for (const table of large) await rows(`vacuum analyze t_almaty.${table}`)
}

const asked = (person: StaffPrincipal, ask: (ctx: TenantContext) => Promise<unknown>) =>
  statementsOf(almaty, person, ask)

interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly Plans?: readonly PlanNode[]
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

const known = new Map<string, Promise<PlanNode[]>>()

/** The plan of a statement; counts and names are asked the same way by every list. */
function planOf(statement: CompiledQuery): Promise<PlanNode[]> {
  const key = JSON.stringify([statement.sql, statement.parameters])
  const plan = known.get(key) ?? explained(statement)
  known.set(key, plan)
  return plan
}

async function explained({ sql, parameters }: CompiledQuery): Promise<PlanNode[]> {
  const [row] = await product.database.rows<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
    `explain (format json) ${sql}`,
    parameters,
  )
  return row ? nodesOf(row['QUERY PLAN'][0]?.Plan as PlanNode) : []
}

/** Tables of many rows that a list would read from end to end. */
async function readWhole(person: StaffPrincipal, address: string): Promise<string[]> {
  const statements = await asked(person, async (ctx) =>
    listAppeals(ctx, { principal: person, timeZone: 'Asia/Almaty' }, worklistQuery(address, person.permissions)),
  )
  const plans = (await Promise.all(statements.map(planOf))).flat()
  return wholeIn(plans).map((table) => `${address}: ${table}`)
}

const wholeIn = (plans: readonly PlanNode[]): string[] =>
  plans
    .filter((node) => node['Node Type'].includes('Seq Scan'))
    .flatMap((node) => node['Relation Name'] ?? [])
    .filter((table) => large.has(table))

const people = () => ({
  dispatcher: almaty.dispatcher,
  clerk: almaty.clerks['passenger-transport'],
  head: almaty.heads['passenger-transport'],
})

/** Every filter alone, and each with each other. */
async function addresses(): Promise<{ alone: string[]; pairs: string[] }> {
  const one = async (table: string) =>
    (await product.database.rows<{ id: string }>(`select id from t_almaty.${table} order by id limit 1 offset 3`))[0]
      ?.id
  const filters = [
    ...appealStatuses.map((state) => `state=${state}`),
    ...appealKinds.map((kind) => `kind=${kind}`),
    ...dueSpans.map((due) => `due=${due}`),
    'days=10',
    'mine=yes',
    ...sortings.flatMap((sort) => [`sort=${sort}`, `sort=-${sort}`]),
    ...['kk', 'en'].map((language) => `language=${language}`),
    `agency=${await one('agency')}`,
    `category=${await one('category')}`,
    `district=${await one('district')}`,
    ...['75-26-000123', '+7 701 000 00 07', 'канализация', 'Сынақова', 'ау'].map((q) => `q=${encodeURIComponent(q)}`),
  ]
  // One of each, and of some the rare value too: the plans of the others are the same.
  const paired = filters.filter((filter) =>
    /state=(assigned|withdrawn)|kind=complaint|due=(overdue|today)|days|mine|language=en|agency|category|district|sort=-received|q=.*(000123|BA)$/.test(
      filter,
    ),
  )
  const pairs = paired.flatMap((first, at) =>
    paired
      .slice(at + 1)
      .filter((second) => second.split('=')[0] !== first.split('=')[0])
      .map((second) => `${first}&${second}`),
  )
  return { alone: ['', ...filters], pairs }
}

describe('with a hundred thousand appeals', () => {
  it.each(['dispatcher', 'clerk', 'head'] as const)(
    'no list of a %s reads a table from end to end',
    async (role) => {
      const person = people()[role]
      const { alone, pairs } = await addresses()
      const found: string[] = []
      // A clerk's and a head's lists differ by their agency alone, by which they are small.
      const narrowed = role === 'dispatcher' ? [...alone, ...pairs] : alone
      for (const view of viewsOf(person.permissions))
        for (const address of narrowed) found.push(...(await readWhole(person, `view=${view}&${address}`)))
      expect(found).toEqual([])
      const page = await asked(person, (ctx) => getWorklist(ctx, new URLSearchParams()))
      expect(wholeIn((await Promise.all(page.map(planOf))).flat()), 'the counts').toEqual([])
    },
    300_000,
  )

  it('a rare word is found by its trigrams, and reading a whole table would be noticed', async () => {
    const list = await asked(almaty.dispatcher, (ctx) =>
      getWorklist(ctx, new URLSearchParams('view=all&q=канализация')),
    )
    const plans = (await Promise.all(list.map(planOf))).flat()
    expect(plans.map((node) => node['Index Name'])).toContain('appeal_text_words')
    const planted = await asked(almaty.dispatcher, (ctx) =>
      ctx.db.selectFrom('appealText').select('appealId').where('text', 'like', '%x%').execute(),
    )
    expect(wholeIn((await Promise.all(planted.map(planOf))).flat())).toEqual(['appeal_text'])
  })

  it('a page asks the database six times, wherever it stands and however it is narrowed', async () => {
    for (const address of ['', 'view=open', 'view=all&q=канализация', 'view=closed&language=en']) {
      const statements = await asked(almaty.dispatcher, (ctx) => getWorklist(ctx, new URLSearchParams(address)))
      expect(statements.length, address).toBeLessThanOrEqual(6)
    }
  })
})
