import { describe, expect, it } from 'vitest'
import { answerSchemas, readAnswers } from './answers.schema.server.ts'
import type { Question } from './questions.ts'

const taken = (question: Question, typed: Record<string, unknown>) => answerSchemas[question].parse(typed)

const problemsOf = (question: Question, typed: Record<string, unknown>) => {
  const result = answerSchemas[question].safeParse(typed)
  return result.success ? {} : Object.fromEntries(result.error.issues.map(({ path, message }) => [path[0], message]))
}

/** Answers as forms send them, and as they are kept. */
const answers: [Question, Record<string, unknown>, unknown][] = [
  ['intent', { meant: 'problem', about: 'lift' }, { meant: 'problem' }],
  ['topic', { category: 'none' }, { category: '' }],
  ['topic', { category: 'lift' }, { category: 'lift' }],
  ['text', { text: '  Аулада шам жанбайды. ' }, { text: 'Аулада шам жанбайды.' }],
  ['place', {}, { placeAddress: null, placeLandmark: null, placeLat: null, placeLon: null }],
  [
    'place',
    { placeAddress: ' Абай 10 ', placeLandmark: '', placeLat: '43,2389', placeLon: ' 76.8897 ' },
    { placeAddress: 'Абай 10', placeLandmark: null, placeLat: 43.2389, placeLon: 76.8897 },
  ],
  ['person', { kind: 'guest' }, { kind: 'guest' }],
  [
    'organisation',
    { organisationName: 'Үлгі ЖШС', noBin: 'yes', bin: '' },
    { organisationName: 'Үлгі ЖШС', bin: null },
  ],
  ['iin', { iin: '', noIin: 'yes' }, { iin: null }],
  ['iin', { iin: '900515-300018', noIin: 'yes' }, { iin: '900515300018' }],
  ['address', { address: 'Абай  10, 5 пәтер' }, { address: 'Абай 10, 5 пәтер', country: null }],
  [
    'reply',
    { answerChannels: ['sms', 'mail'], email: 'Asel@Mail.example', phone: '8 701 123 45 67' },
    { answerChannels: ['mail', 'sms'], email: 'asel@mail.example', phone: '+77011234567' },
  ],
  [
    'reply',
    { answerChannels: 'post', email: 'half an', phone: '1' },
    { answerChannels: ['post'], email: null, phone: null },
  ],
  ['language', { language: 'en' }, { language: 'en' }],
  ['files', { next: 'stay' }, {}],
]

describe('an answer', () => {
  it.each(answers)('to "%s" as typed %o is kept as %o', (question, typed, kept) => {
    expect(taken(question, typed)).toEqual(kept)
  })

  it.each(answers)('to "%s" that was kept of %o is taken again unchanged', (question, typed, kept) => {
    expect(readAnswers(JSON.parse(JSON.stringify({ [question]: taken(question, typed) })))).toEqual({
      [question]: kept,
    })
  })

  it.each([
    ['intent', {}, { meant: 'appeals:error.intentMissing' }],
    ['topic', {}, { category: 'drafts:error.topicMissing' }],
    ['place', { placeLat: '43' }, { placeLon: 'appeals:error.pointHalf' }],
    [
      'place',
      { placeLat: '91', placeLon: 'east' },
      { placeLat: 'appeals:error.latInvalid', placeLon: 'appeals:error.lonInvalid' },
    ],
    ['place', { placeAddress: 'ә'.repeat(501) }, { placeAddress: 'appeals:error.placeLong' }],
    ['person', {}, { kind: 'appeals:error.kindMissing' }],
    ['anonymous', {}, { choice: 'drafts:error.choiceMissing' }],
    ['organisation', {}, { organisationName: 'appeals:error.organisationMissing', bin: 'appeals:error.binMissing' }],
    ['organisation', { organisationName: 'Үлгі ЖШС', bin: '900515300018' }, { bin: 'appeals:error.binKind' }],
    [
      'representation',
      {},
      { representedName: 'appeals:error.representedMissing', basis: 'appeals:error.basisMissing' },
    ],
    ['iin', {}, { iin: 'appeals:error.iinMissing' }],
    ['iin', { iin: '900515300019', noIin: 'yes' }, { iin: 'appeals:error.iinControl' }],
    ['reply', {}, { answerChannels: 'appeals:error.channelsMissing' }],
    [
      'reply',
      { answerChannels: ['mail', 'sms'], email: 'at-home', phone: '1308' },
      { email: 'appeals:error.emailInvalid', phone: 'appeals:error.phoneInvalid' },
    ],
  ] as const)('to "%s" that is %o is refused at its fields', (question, typed, problems) => {
    expect(problemsOf(question, typed)).toEqual(problems)
  })

  it('that another version of the product kept otherwise is asked anew, and the others stay', () => {
    const kept = { text: { text: 'Аулада шам жанбайды.' }, person: { kind: 'martian' }, unheardOf: 1 }
    expect(readAnswers(kept)).toEqual({ text: { text: 'Аулада шам жанбайды.' } })
    expect(readAnswers(null)).toEqual({})
  })
})
