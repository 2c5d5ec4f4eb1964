import type { NameCosigner } from '#app/features/cosigners/public.server.ts'
import type { AnswerChannel, ApplicantKind, Intent, LocaleCode } from '#db/schema/vocabulary.ts'

/** The questions in the order they are asked, each a page and the last part of its URL. */
export const questions = [
  'intent',
  'topic',
  'text',
  'place',
  'person',
  'anonymous',
  'organisation',
  'representation',
  'name',
  'iin',
  'address',
  'reply',
  'language',
  'files',
] as const

type AskedQuestion = (typeof questions)[number]

/** `cosigners` is asked of nobody: the check page leads there whoever is not alone. */
export type Question = AskedQuestion | 'cosigners'

/** What was answered, by question; null where an answer was taken back. */
export interface Answers {
  /** The form's own `intent` says which form it is, so the field is called otherwise. */
  readonly intent?: { readonly meant: Intent } | null
  /** An empty slug: none of the categories, or the person does not know. */
  readonly topic?: { readonly category: string } | null
  readonly text?: { readonly text: string } | null
  readonly place?: {
    readonly placeAddress: string | null
    readonly placeLandmark: string | null
    readonly placeLat: number | null
    readonly placeLon: number | null
  } | null
  readonly person?: { readonly kind: ApplicantKind } | null
  readonly anonymous?: { readonly choice: 'report' } | null
  readonly organisation?: { readonly organisationName: string; readonly bin: string | null } | null
  readonly representation?: { readonly representedName: string; readonly basis: string } | null
  readonly name?: { readonly fullName: string } | null
  readonly iin?: { readonly iin: string | null } | null
  readonly address?: { readonly address: string; readonly country: string | null } | null
  readonly reply?: {
    readonly answerChannels: readonly AnswerChannel[]
    readonly email: string | null
    readonly phone: string | null
  } | null
  readonly language?: { readonly language: LocaleCode } | null
  readonly cosigners?: { readonly people: readonly NameCosigner[] } | null
  /** Asked; the files themselves stand elsewhere. */
  readonly files?: Readonly<Record<string, never>> | null
}

export const isQuestion = (name: string): name is Question =>
  name === 'cosigners' || (questions as readonly string[]).includes(name)

/** Who must be asked what. Whoever has not said yet who they are is taken for a person. */
const askedOf: Partial<Record<AskedQuestion, readonly ApplicantKind[]>> = {
  anonymous: ['anonymous'],
  organisation: ['organisation'],
  representation: ['representative'],
  name: ['person', 'organisation', 'representative', 'guest'],
  iin: ['person', 'representative'],
  address: ['person', 'organisation', 'representative', 'guest'],
  reply: ['person', 'organisation', 'representative', 'guest'],
  language: ['person', 'organisation', 'representative', 'guest'],
  // A photograph may say who took it.
  files: ['person', 'organisation', 'representative', 'guest'],
}

/** The questions that this person is asked, in order. */
export function questionsFor(answers: Answers): AskedQuestion[] {
  const kind = answers.person?.kind ?? 'person'
  return questions.filter((question) => askedOf[question]?.includes(kind) ?? true)
}

/** Whether this person may name others who sign too: who says nothing of themselves cannot. */
export const mayNameCosigners = (answers: Answers): boolean => answers.person?.kind !== 'anonymous'

/** The first question that still waits for its answer; undefined when all are answered. */
export const firstUnanswered = (answers: Answers): AskedQuestion | undefined =>
  questionsFor(answers).find((question) => !answers[question])

/** Whether the question is this person's, and everything before it is answered. */
export function mayAsk(question: Question, answers: Answers): boolean {
  if (question === 'cosigners') return mayNameCosigners(answers) && firstUnanswered(answers) === undefined
  const asked = questionsFor(answers)
  const before = asked.slice(0, asked.indexOf(question))
  return asked.includes(question) && before.every((earlier) => answers[earlier])
}

/** The question before this one; undefined before the first. */
export const questionBefore = (question: Question, answers: Answers): Question | undefined => {
  const asked: readonly Question[] = questionsFor(answers)
  return asked[asked.indexOf(question) - 1]
}

/**
 * Where an answer leads: to the next question, or where it was changed from the check page back there, past what such a
 * change has opened. `check` when nothing is left.
 */
export function stepAfter(question: Question, answers: Answers, fromCheck: boolean): Question | 'check' {
  const open = firstUnanswered(answers)
  const asked: readonly Question[] = questionsFor(answers)
  // Taking an answer back can take its question away: then the open one is next.
  const next = fromCheck || !asked.includes(question) ? open : asked[asked.indexOf(question) + 1]
  // A page ahead of an open question would send the person back at once.
  if (open && next && asked.indexOf(open) < asked.indexOf(next)) return open
  return next ?? open ?? 'check'
}
