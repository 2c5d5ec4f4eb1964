import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { fileAppeal } from '#infra/testing/appeals.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { learnWords } from './learn-words.server.ts'
import { getWorklist } from './worklist-page.queries.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

/** IINs that are right and nobody's, one for each of three people. */
const iins = ['900515300018', '030214600018', '900515300018'] as const

const search = (q: string, more: Readonly<Record<string, string>> = {}, region = almaty, who = region.dispatcher) =>
  region.as(who, (ctx) => getWorklist(ctx, new URLSearchParams({ view: 'all', q, ...more })))
const idsOf = (list: Awaited<ReturnType<typeof search>>) => list.items.map(({ id }) => id)

const wordsOf = (region: TestRegion) => region.as({ kind: 'system' }, learnWords)

/** Three people, of whom each is somebody else, write about the same. */
async function threeWriteOf(text: string, region = almaty): Promise<string[]> {
  const ids: string[] = []
  for (const [at, iin] of iins.entries())
    ids.push(
      await fileAppeal(region, { text: `${text} Үй ${at + 1}.`, iin, fullName: `Үлгіқызы Ақмарал ${'АБВ'[at]}` }),
    )
  await product.database.rows(
    `update t_${region.tenant.slug}.applicant set iin = id where id in
      (select applicant_id from t_${region.tenant.slug}.appeal where id = any($1))`,
    [ids],
  )
  return ids
}

describe('a search', () => {
  it('finds by telephone, however it is typed', async () => {
    const id = await fileAppeal(almaty, { phone: '+77012223344' })
    await fileAppeal(almaty, { phone: '+77012223345' })
    for (const typed of ['8 701 222 33 44', '+7 (701) 222-33-44', '7012223344'])
      expect(idsOf(await search(typed)), typed).toEqual([id])
    expect(idsOf(await search('8 701 222 33 44', {}, shymkent))).toEqual([])
    const clerk = almaty.clerks['housing-utilities']
    expect(idsOf(await search('8 701 222 33 44', {}, almaty, clerk)), 'of another agency').toEqual([])
  })

  it('finds by number with its dashes and without them, and digits that stand in a text too', async () => {
    const id = await fileAppeal(almaty)
    const [row] = await product.database.rows<{ number: string }>(`select number from t_almaty.appeal where id = $1`, [
      id,
    ])
    const number = row?.number ?? ''
    const digits = number.replaceAll('-', '')
    expect(idsOf(await search(number))).toEqual([id])
    expect(idsOf(await search(digits))).toEqual([id])
    const naming = await fileAppeal(almaty, { text: `Бұрынғы өтінішімнің нөмірі ${digits} болатын, жауап жоқ.` })
    expect(idsOf(await search(digits))).toEqual([naming, id])
    expect(idsOf(await search(number)), 'dashes name one appeal').toEqual([id])
  })

  it('puts what fits best first, page after page, and marks the words as they were written', async () => {
    const piece = await fileAppeal(almaty, { text: 'Бұл мәтінде қосарсудыққа деген сөз бар, қысқа.' })
    const apart = await fileAppeal(almaty, { text: 'Сарсуды аудан деп жазылған, бірақ көпірі басқа жерде тұр.' })
    const whole = await fileAppeal(almaty, { text: 'Сарсу көпірі құлады, <b>тез</b> жөндеуді сұраймын.' })
    const list = await search('сарсу')
    expect(idsOf(list)).toEqual([whole, apart, piece])
    expect(list.items[0]?.found?.text).toEqual([
      { text: 'Сарсу', marked: true },
      { text: ' көпірі құлады, <b>тез</b> жөндеуді сұраймын.', marked: false },
    ])
    expect(idsOf(await search('сарсу', { after: list.items[0]?.key ?? '' }))).toEqual([apart, piece])
    // The words of a search need not stand side by side, but it helps.
    expect(idsOf(await search('сарсу копири'))).toEqual([whole, apart])
    expect(idsOf(await search('сарсу', { sort: 'received' })), 'another order was asked for').toEqual([
      piece,
      apart,
      whole,
    ])
  })

  it('corrects a typo by the words that people of the region use, says so, and still looks for what was typed', async () => {
    const ids = await threeWriteOf('Ауладағы канализация бітеліп қалды.')
    await wordsOf(almaty)
    const list = await search('канлизация')
    expect(list.meant).toBe('канализация')
    expect(idsOf(list).toSorted()).toEqual(ids.toSorted())
    expect(list.items[0]?.found?.text).toContainEqual({ text: 'канализация', marked: true })
    const exact = await search('канлизация', { exact: 'yes' })
    expect(exact).toMatchObject({ meant: undefined, items: [] })
    expect((await search('канлизация', {}, shymkent)).meant, 'another region has its own words').toBeUndefined()
    expect((await search('канлизация бiрдене')).meant, 'nothing is said where it would not help').toBeUndefined()
  })

  it('learns no word that fewer than three people use, so that none is a person’s', async () => {
    const known = async (word: string) =>
      (await product.database.rows(`select people from t_almaty.search_word where word = $1`, [word])).length > 0
    for (let count = 0; count < 3; count += 1)
      await fileAppeal(almaty, { text: `Менің мысығым Тоқтармыс жоғалды, ${count}.`, iin: iins[0] })
    await threeWriteOf('Көшедегі бағдаршам істемейді.')
    await wordsOf(almaty)
    expect(await known('токтармис'), 'one person, three times').toBe(false)
    expect(await known('багдаршам')).toBe(true)
  })
})
