import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ApplicantKind } from '#db/schema/vocabulary.ts'
import {
  firstUnanswered,
  mayAsk,
  questionBefore,
  questions,
  questionsFor,
  stepAfter,
  type Answers,
} from './questions.ts'

const whole: Answers = {
  intent: { meant: 'problem' },
  topic: { category: '' },
  text: { text: 'Аулада шам жанбайды.' },
  place: { placeAddress: null, placeLandmark: null, placeLat: null, placeLon: null },
  person: { kind: 'person' },
  anonymous: { choice: 'report' },
  organisation: { organisationName: 'Үлгі ЖШС', bin: null },
  representation: { representedName: 'Сынақов Асан', basis: 'ата-анасы' },
  name: { fullName: 'Сынақова Әсел' },
  iin: { iin: null },
  address: { address: 'Алматы, Абай 10', country: null },
  reply: { answerChannels: ['hall'], email: null, phone: null },
  language: { language: 'kk' },
  files: {},
}
const as = (kind: ApplicantKind): Answers => ({ ...whole, person: { kind } })

/** Walks from the first question to the check page, as somebody does who answers `whole` as `kind`. */
function walk(kind: ApplicantKind): string[] {
  const seen: string[] = []
  let given: Answers = {}
  for (let step: ReturnType<typeof stepAfter> = 'intent'; step !== 'check'; ) {
    seen.push(step)
    given = { ...given, [step]: as(kind)[step] }
    step = stepAfter(step, given, false)
  }
  return seen
}

describe('the questions', () => {
  const matter = ['intent', 'topic', 'text', 'place', 'person']
  const reachable = ['address', 'reply', 'language', 'files']

  it.each([
    ['person', [...matter, 'name', 'iin', ...reachable]],
    ['organisation', [...matter, 'organisation', 'name', ...reachable]],
    ['representative', [...matter, 'representation', 'name', 'iin', ...reachable]],
    // Never asked to cure an IIN that does not exist.
    ['guest', [...matter, 'name', ...reachable]],
    ['anonymous', [...matter, 'anonymous']],
  ] as const)('asked of a %s are theirs alone, in order, and end', (kind, asked) => {
    expect(walk(kind)).toEqual(asked)
    expect(questionsFor(as(kind))).toEqual(asked)
  })

  it('wait for those before them', () => {
    expect(mayAsk('text', {})).toBe(false)
    expect(mayAsk('intent', {})).toBe(true)
    expect(mayAsk('text', { intent: whole.intent, topic: whole.topic })).toBe(true)
    expect(mayAsk('iin', as('guest'))).toBe(false)
    expect(questionBefore('address', as('guest'))).toBe('name')
    expect(questionBefore('intent', whole)).toBeUndefined()
  })

  it('end before the list of who signs too, which waits for all of them and is for who gave a name', () => {
    expect(mayAsk('cosigners', as('person'))).toBe(true)
    expect(mayAsk('cosigners', { ...as('person'), files: null })).toBe(false)
    expect(mayAsk('cosigners', as('anonymous'))).toBe(false)
    expect(stepAfter('cosigners', as('person'), false)).toBe('check')
  })

  it('that were changed from the check page lead back there, past what the change has opened', () => {
    expect(stepAfter('text', as('person'), true)).toBe('check')
    expect(stepAfter('person', { ...as('organisation'), organisation: null }, true)).toBe('organisation')
    expect(stepAfter('organisation', as('organisation'), true)).toBe('check')
  })

  it('that were taken back are open again', () => {
    expect(stepAfter('anonymous', { ...whole, person: null, anonymous: null }, false)).toBe('person')
    expect(firstUnanswered({ ...as('anonymous'), anonymous: null })).toBe('anonymous')
    expect(firstUnanswered({ ...whole, person: null, anonymous: null })).toBe('person')
  })

  it('always lead to a page that may be seen, whatever was answered in whichever order', () => {
    const kinds = fc.constantFrom<ApplicantKind>('person', 'organisation', 'representative', 'guest', 'anonymous')
    fc.assert(
      fc.property(
        fc.subarray([...questions]),
        fc.constantFrom(...questions),
        kinds,
        fc.boolean(),
        (some, at, kind, from) => {
          const given: Answers = Object.fromEntries([...some, at].map((question) => [question, as(kind)[question]]))
          const next = stepAfter(at, given, from)
          if (next === 'check') return firstUnanswered(given) === undefined
          return mayAsk(next, given)
        },
      ),
    )
    expect(firstUnanswered(whole)).toBeUndefined()
  })
})
