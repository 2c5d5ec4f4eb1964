import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewestPersons, isCertain, judge, openLessons, type Lesson } from './classifier.ts'
import { gramsOf, wordsOf } from './words.ts'

const learnt = (lessons: readonly Lesson[]) => {
  const { learn, counts } = openLessons()
  for (const lesson of lessons) learn(lesson)
  return counts()
}
const both = new Set(['lift', 'heating'])
const written: readonly Lesson[] = [
  { category: 'lift', text: 'Лифт тұрып қалды, диспетчер жауап бермейді' },
  { category: 'lift', text: 'Застрял лифт, диспетчер молчит' },
  { category: 'heating', text: 'Батарея мұздай, үй суық' },
  { category: 'heating', text: 'Батареи холодные, в доме холодно' },
]

describe('the words of a text', () => {
  it('are folded, each once, and none has a digit', () => {
    expect(wordsOf('Қазандық, қазандық! ИИН 900515300018, 12-үй, ә').map(({ folded }) => folded)).toEqual([
      'казандык',
      'иин',
    ])
  })

  it('share most of their grams with their other forms', () => {
    const [one, other] = [gramsOf('лифт'), gramsOf('лифте')]
    expect(one).toContain('_лифт')
    expect(one.filter((gram) => other.includes(gram))).toEqual(['_ли', 'лиф', 'ифт', '_лиф', 'лифт', '_лифт'])
  })
})

describe('a classifier', () => {
  it('judges by words, says which decided, and is as good without Kazakh letters', () => {
    const [best] = judge(learnt(written), 'Үйде лифтіміз істемейді', both)
    expect(best).toMatchObject({ category: 'lift' })
    expect(best?.words[0]?.shown).toBe('лифтіміз')
    expect(judge(learnt(written), 'муздай батарея', both)[0]?.category).toBe('heating')
  })

  it('says nothing of a text that it knows no word of, and nothing before it has learnt', () => {
    expect(judge(learnt(written), '12345 !!!', both)).toEqual([])
    expect(judge(learnt(written), 'xyzzy', both)).toEqual([])
    expect(judge(learnt([]), 'лифт', both)).toEqual([])
  })

  it('does not suggest where two categories are as likely', () => {
    const even = learnt([
      { category: 'lift', text: 'көмектесіңіздер' },
      { category: 'heating', text: 'көмектесіңіздер' },
    ])
    expect(judge(even, 'көмектесіңіздер', both).map(({ certainty }) => certainty)).toEqual([0.5, 0.5])
    const many = Array.from({ length: 8 }, (_none, at) => ({ category: `c${at}`, text: 'көмек керек' }))
    const judged = judge(learnt(many), 'көмек', new Set(many.map(({ category }) => category)))
    expect(judged.some(isCertain)).toBe(false)
  })

  it('leaves out a category that is retired', () => {
    expect(judge(learnt(written), 'лифт', new Set(['heating'])).map(({ category }) => category)).toEqual(['heating'])
  })

  it('always shares one certainty among its categories', () => {
    const counts = learnt(written)
    fc.assert(
      fc.property(fc.array(fc.constantFrom('лифт', 'батарея', 'үй', 'холод', 'диспетчер', 'қалды')), (words) => {
        const judged = judge(counts, words.join(' '), both)
        const sum = judged.reduce((all, { certainty }) => all + certainty, 0)
        expect(judged.length === 0 ? 1 : sum).toBeCloseTo(1)
        expect(judged.map(({ certainty }) => certainty)).toEqual(
          judged.map(({ certainty }) => certainty).toSorted((one, other) => other - one),
        )
      }),
    )
  })
})

describe('a word that people wrote', () => {
  const by = (persons: number, texts: number): Lesson[] =>
    Array.from({ length: texts }, (_none, at) => ({
      category: 'lift',
      text: 'Құпиятегі',
      person: `person ${at % persons}`,
    }))

  it('enters the model when enough different persons did, however often one does', () => {
    expect(learnt(by(1, 100)).known).toBe(0)
    expect(learnt(by(fewestPersons - 1, 100)).known).toBe(0)
    expect(learnt(by(fewestPersons, fewestPersons)).grams.get('_купи')).toEqual({ lift: fewestPersons })
  })

  it('leaves no piece of it when too few did, whoever else wrote what', () => {
    const lessons = fc.array(
      fc.record({
        category: fc.constantFrom('lift', 'heating'),
        text: fc.constantFrom('сыртқы есік', 'жұмыртқа', 'өзгеше'),
        person: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(lessons, (lessons) => {
        // Words share pieces (ырт of «сыртқы» and «жұмыртқа»): a piece is there by a word of enough persons alone.
        const byText = Map.groupBy(lessons, ({ text }) => text)
        const shared = [...byText]
          .filter(([, of]) => new Set(of.map(({ person }) => person)).size >= fewestPersons)
          .flatMap(([text]) => wordsOf(text).flatMap(({ folded }) => gramsOf(folded)))
        expect(new Set(learnt(lessons).grams.keys())).toEqual(new Set(shared))
      }),
    )
  })
})
