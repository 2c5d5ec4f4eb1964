import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languageOfText } from './language.ts'
import { bandsOf, likenessOf, nearlyTheSame } from './likeness.ts'
import { citedNorm, statesRightOfAppeal } from './norm.ts'

describe('the language of a text', () => {
  it.each([
    ['kk', 'Сіздің жолданымыңыз қаралды. Жауап Кодекстің 76-бабына сәйкес берілді.'],
    ['kk', 'Автобус бағыты өзгертілді, аялдама Абай даңғылына көшірілді. Негізі: Заңның 5-бабы.'],
    ['kk', 'Жол жөнделді. Қосымша жарық орнатылды, «Казахавтодор» мердігері жұмысты аяқтады.'],
    ['ru', 'Ваше обращение рассмотрено. Ответ дан в соответствии со статьёй 76 Кодекса.'],
    ['ru', 'По адресу Қабанбай батыр, 12 проведена проверка, недостатки устранены. Исполнитель: Әсел Үлгіқызы.'],
    ['ru', 'Маршрут изменён. Остановка «Әуезов театры» перенесена. Основание: пункт 3 Правил.'],
    ['en', 'Your appeal has been considered. The answer is given under Article 76 of the Code.'],
  ] as const)('is %s: %s', (language, text) => {
    expect(languageOfText(text).languages).toEqual([language])
  })

  it('is both of a text in both', () => {
    const both =
      'Жолданымыңыз қаралды, кемшілік жойылды, жауап кодекске сәйкес берілді.\n\nВаше обращение рассмотрено, недостаток устранён, ответ дан в соответствии с кодексом.'
    expect(languageOfText(both).languages).toEqual(['kk', 'ru'])
  })

  it('is none where nothing shows it', () => {
    expect(languageOfText('№ 15, 23.11.2026').languages).toEqual([])
  })
})

describe('a norm', () => {
  it.each([
    ['Ответ дан в соответствии со статьёй 76 АППК.', 'статьёй 76'],
    ['согласно ст. 11-2 Закона', 'ст. 11-2'],
    ['Жауап кодекстің 76-бабына сәйкес берілді', '76-бабына'],
    ['Заңның 5 бабы', '5 бабы'],
    [
      'Закон Республики Казахстан от 29 июня 2020 года № 350-VI',
      'Закон Республики Казахстан от 29 июня 2020 года № 350-VI',
    ],
    ['2020 жылғы 29 маусымдағы № 350-VI Кодексі', '№ 350-VI Кодексі'],
    ['қаулысы негізінде (№ 12)', 'қаулысы негізінде (№ 12'],
    ['under Article 76 of the Code', 'Article 76'],
  ])('is cited in %j', (text, norm) => {
    expect(citedNorm(text)).toBe(norm)
  })

  it.each([
    'Ваше обращение рассмотрено в соответствии с законом.',
    'Жолданымыңыз заңға сәйкес қаралды.',
    'Бабаңызға 76 жас, баба көшесі 5-үй',
    'Состоялась 76 встреча',
    'Приказ подписан. Дом № 5',
    '',
  ])('is not cited in %j', (text) => {
    expect(citedNorm(text)).toBeUndefined()
  })

  it('is looked for in a moment, whatever stands there', () => {
    const hostile = ['закон '.repeat(1600), '№ 1 '.repeat(2500), '1-'.repeat(5000), 'ст. '.repeat(2500)]
    const started = performance.now()
    for (const text of hostile) citedNorm(text)
    expect(performance.now() - started).toBeLessThan(500)
  })
})

describe('the right of appeal', () => {
  it.each([
    'Вы вправе обжаловать ответ в вышестоящем органе.',
    'Жауапқа жоғары тұрған органға шағым жасауға құқығыңыз бар.',
    'Шешімге шағымдануға болады.',
    'You have the right of appeal.',
  ])('is stated in %j', (text) => {
    expect(statesRightOfAppeal(text)).toBe(true)
  })

  it.each(['Ваша жалоба рассмотрена.', 'Шағымыңыз қаралды.', 'Your appeal has been considered.'])(
    'is not stated in %j',
    (text) => {
      expect(statesRightOfAppeal(text)).toBe(false)
    },
  )
})

const letter =
  'Сіздің жолданымыңыз қаралды. Мәселе орнында тексерілді, кемшілік расталды және 23 қарашада жойылды. Жауап Қазақстан Республикасының Әкімшілік рәсімдік-процестік кодексінің 76-бабына сәйкес берілді. Көмегіңіз үшін рақмет.'
const other =
  'Автобус паркінің басшылығымен әңгіме өткізілді, жүргізушіге ескерту жасалды. Осындай жағдай қайталанса, бағыт нөмірі мен уақытын жазып, бізге хабарлаңыз. Жауаптың негізі — Автомобиль көлігі туралы заңның 19-бабы.'

const sharesBand = (one: string, two: string) => bandsOf(one).some((band) => bandsOf(two).includes(band))

describe('the likeness of two answers', () => {
  it('is whole where only case, marks and numbers differ', () => {
    expect(likenessOf(letter, letter.toUpperCase().replace('23', '7').replaceAll('.', ' !'))).toBe(1)
  })

  it('is high where one sentence more stands, and the index finds it', () => {
    const longer = `${letter} Сұрақ туындаса, бізге қоңырау шалыңыз.`
    expect(likenessOf(letter, longer)).toBeGreaterThan(nearlyTheSame)
    expect(sharesBand(letter, longer)).toBe(true)
  })

  it('is low between answers to different matters, and the index does not find it', () => {
    expect(likenessOf(letter, other)).toBeLessThan(0.1)
    expect(sharesBand(letter, other)).toBe(false)
  })

  it('is the same both ways, between 0 and 1, and 1 with itself', () => {
    const word = fc.constantFrom('жарық', 'автобус', 'аула', 'шұңқыр', 'көше', 'ремонт', '15')
    const text = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (one, two) => {
        const likeness = likenessOf(one, two)
        expect(likeness).toBe(likenessOf(two, one))
        expect(likeness).toBeGreaterThanOrEqual(0)
        expect(likeness).toBeLessThanOrEqual(1)
        expect(likenessOf(one, one)).toBe(1)
        // Texts of the same runs have the same marks.
        expect(bandsOf(likeness === 1 ? one : two)).toEqual(bandsOf(two))
      }),
    )
  })
})
