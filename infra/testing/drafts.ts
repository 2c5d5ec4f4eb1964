import type { ApplicantKind } from '#db/schema/vocabulary.ts'
import { answerQuestion } from '#app/features/drafts/answer-question.server.ts'
import { questionsFor, type Question } from '#app/features/drafts/questions.ts'
import { anyone, type TestRegion } from './product.ts'

/** Where people write from. */
export const address = '192.0.2.7'

let people = 0

/** What somebody of this kind types at each question. */
export function typedBy(kind: ApplicantKind) {
  people += 1
  return {
    intent: { meant: 'problem' },
    topic: { category: 'street-lighting' },
    text: { text: 'Аулада шам жанбайды, жөндеуді сұраймын.' },
    place: { placeAddress: 'Абай даңғылы, 10-үй', placeLandmark: 'мектеп жанында', placeLat: '43,2', placeLon: '76,9' },
    person: { kind },
    anonymous: { choice: 'report' },
    organisation: { organisationName: 'Үлгі ЖШС', noBin: 'yes' },
    representation: { representedName: 'Сынақов Асан', basis: 'ата-анасымын' },
    name: { fullName: 'Сынақова Әсел' },
    iin: { iin: '900515300018' },
    address: { address: 'Алматы қаласы, Абай даңғылы, 10', country: kind === 'guest' ? 'Польша' : '' },
    reply: { answerChannels: 'mail', email: `writer${people}@mail.example` },
    language: { language: 'ru' },
    files: {},
  } satisfies Record<Exclude<Question, 'cosigners'>, Record<string, unknown>>
}

/** A draft in which every question that this kind is asked is answered, with changes. */
export async function writeDraft(
  region: TestRegion,
  kind: ApplicantKind,
  changed: Partial<Record<Question, object>> = {},
): Promise<{ readonly id: string; readonly version: number }> {
  const typed = typedBy(kind)
  let id: string | undefined
  let version = 0
  for (const question of questionsFor({ person: { kind } })) {
    const words = { ...typed[question], ...changed[question] }
    const { draft } = await region.as(anyone, (ctx) => answerQuestion(ctx, id, question, words, address))
    id = draft.id
    version = draft.version
  }
  if (!id) throw new Error('There is at least one question')
  return { id, version }
}
