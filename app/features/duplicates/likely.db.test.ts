import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { fileAppeal } from '#infra/testing/appeals.ts'
import { plansOf, wholeIn } from '#infra/testing/plans.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { getAppeal } from '#app/features/appeals/public.server.ts'
import { getDuplicates } from './duplicates.queries.server.ts'

let product: TestProduct
let almaty: TestRegion
beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty } = product)
})
afterAll(() => product?.close())

const seen = (id: string, region = almaty) => region.as(region.dispatcher, (ctx) => getDuplicates(ctx, id))
const likelyTo = async (id: string) => (await seen(id)).likely
/** Somebody nobody else is: only what a test says of them is shared. */
const stranger = () => ({ kind: 'guest', iin: '', email: `${crypto.randomUUID()}@mail.example` })
const light = 'Аулада сынған шырақтар жанбайды, кешке қараңғы. Жөндеуді сұраймыз.'

describe('what is likely the same', () => {
  it('is said with the reason: the person, the place, the words', async () => {
    const email = `${crypto.randomUUID()}@mail.example`
    const point = { placeLat: '43.238949', placeLon: '76.889709' }
    const first = await fileAppeal(almaty, { ...stranger(), email, text: light, ...point })
    const byPerson = await fileAppeal(almaty, { ...stranger(), email, text: 'Анықтама алғым келеді, қалай аламын?' })
    const byWords = await fileAppeal(almaty, {
      ...stranger(),
      text: 'Ауламызда сынған шырақтар жанбайды, кешке қараңғы! Жөндеуді сұраймыз',
    })
    const byPlace = await fileAppeal(almaty, {
      ...stranger(),
      text: 'Шырақтар жанбайды, жөндеуді сұраймын. Подъезд жанында.',
      placeLat: '43.239400',
      placeLon: '76.889709',
    })
    const apart = await fileAppeal(almaty, { ...stranger(), text: '121-автобус кешке келмейді, кесте сақталмайды.' })
    const likely = await likelyTo(first)
    const reasonOf = (id: string) => likely.find((one) => one.id === id)
    expect(reasonOf(byPerson)?.person).toEqual(['email'])
    expect(reasonOf(byWords)).toMatchObject({ person: [], place: null })
    expect(reasonOf(byWords)?.words).toBeGreaterThan(70)
    expect(reasonOf(byPlace)?.place).toBe(50)
    expect(reasonOf(apart)).toBeUndefined()
    expect(reasonOf(first), 'itself').toBeUndefined()
  })

  it('of the matter is of these two months, of the person of ever', async () => {
    const email = `${crypto.randomUUID()}@mail.example`
    const text = 'Балабақшадағы әткеншектер сынған, балаларға қауіпті, ауыстыруды сұраймыз.'
    const [now, mine, theirs] = [
      await fileAppeal(almaty, { ...stranger(), email, text }),
      await fileAppeal(almaty, { ...stranger(), email, text }),
      await fileAppeal(almaty, { ...stranger(), text }),
    ]
    const age = (days: number) =>
      product.database.rows(
        `update t_almaty.appeal set received_at = received_at - make_interval(days => $2) where id = any($1)`,
        [[mine, theirs], days],
      )
    await age(59)
    expect((await likelyTo(now)).map(({ id }) => id).toSorted()).toEqual([mine, theirs].toSorted())
    await age(2)
    expect((await likelyTo(now)).map(({ id }) => id)).toEqual([mine])
  })

  it('is shown to who may say so alone, and never across regions', async () => {
    const same = { ...stranger(), text: light }
    const [one] = [await fileAppeal(almaty, same), await fileAppeal(almaty, same)]
    const there = await fileAppeal(product.shymkent, same)
    expect((await seen(there, product.shymkent)).likely).toEqual([])
    const head = await almaty.hire('centre-head', 'Сара Үлгіқызы', ['centreHead'])
    expect(await almaty.as(head, (ctx) => getDuplicates(ctx, one))).toEqual({
      canRelate: false,
      related: [],
      likely: [],
    })
  })

  it('is found with many appeals by indexes alone, however many there are', async () => {
    const many = 40_000
    const { rows } = product.database
    const id = `'019aa000-0000-7000-8000-' || lpad(n::text, 12, '0')`
    const numbers = `generate_series(1, ${many}) n`
    await rows(`insert into t_almaty.applicant (id, full_name, iin, address, email, phone, created_at)
      select ${id}, 'Үлгі', '9005' || n, '', 'm' || n || '@mail.example', '+7701' || n, now() from ${numbers}`)
    await rows(`insert into t_almaty.appeal (id, number, status, legal_kind, category_id, language, channel, applicant_id,
        received_at, registered_on, due_on, due_at, submission_key, access_salt, created_at, updated_at, place_lat, place_lon)
      select ${id}, '75-25-' || lpad(n::text, 6, '0'), 'registered', 'application', c.ids[1 + n % array_length(c.ids, 1)],
        'kk', 'portal', ${id}, now(), '2026-11-23', '2026-12-14', now(), n, '', now(), now(), 43 + n / 100000.0, 76 + n / 100000.0
      from ${numbers}, (select array_agg(id order by id) as ids from t_almaty.category) c`)
    await rows(`insert into t_almaty.appeal_text (appeal_id, text, folded)
      select ${id}, 'Көшеде жарық жоқ ' || md5(n::text), ' кошеде жарык жок ' || md5(n::text) || ' ' from ${numbers}`)
    for (const table of ['applicant', 'appeal', 'appeal_text', 'cosigner'])
      await rows(`vacuum analyze t_almaty.${table}`)
    const [category] = await rows<{ slug: string }>('select slug from t_almaty.category order by id limit 1')
    const mine = await fileAppeal(almaty, {
      iin: '900515300018',
      text: light,
      phone: '8 701 123 45 67',
      placeLat: '43.2',
      placeLon: '76.2',
      category: category?.slug ?? '',
    })
    const large = ['appeal', 'applicant', 'appeal_text']
    const plans = await plansOf(product, almaty, almaty.dispatcher, async (ctx) => {
      await getAppeal(ctx, mine)
      await getDuplicates(ctx, mine)
    })
    expect(plans.filter(({ nodes }) => wholeIn(nodes, large).length > 0).map(({ sql }) => sql)).toEqual([])
    // The number of statements does not follow the number of appeals.
    expect(plans.length).toBeLessThan(20)
    const used = plans.flatMap(({ nodes }) => nodes.flatMap((node) => node['Index Name'] ?? []))
    for (const index of [
      'applicant_by_email',
      'applicant_by_phone',
      'applicant_by_iin',
      'appeal_point',
      'appeal_category',
      'appeal_text_words',
    ])
      expect(used).toContain(index)
    const planted = await plansOf(product, almaty, almaty.dispatcher, (ctx) =>
      ctx.db.selectFrom('appealText').select('appealId').where('text', 'like', '%x%').execute(),
    )
    expect(planted.flatMap(({ nodes }) => wholeIn(nodes, large))).toEqual(['appeal_text'])
  }, 120_000)
})
