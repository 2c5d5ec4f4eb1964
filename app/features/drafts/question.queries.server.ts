import { redirect } from '@remix-run/node'
import { listCategoryChoices, searchCategories, type CategoryChoice } from '#app/features/categories/public.server.ts'
import { mostNamed } from '#app/features/cosigners/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { localeNames } from '#app/core/i18n/locales.ts'
import { paths } from '#app/core/paths.ts'
import { tidied } from '#app/core/typed-text.ts'
import type { AnswerChannel, ApplicantKind } from '#db/schema/vocabulary.ts'
import { draftIdOf } from './draft-cookie.server.ts'
import { findDraft, findSent, type Draft } from './drafts.queries.server.ts'
import { servedChannels } from './served-channels.queries.server.ts'
import { firstUnanswered, mayAsk, questionBefore, questionsFor, type Question } from './questions.ts'

/** One question as its page shows it. */
export interface QuestionPageData {
  readonly question: Question
  readonly kind: ApplicantKind
  /** Answers as they would be typed; empty for what was not answered. */
  readonly values: Readonly<Record<string, string>>
  readonly at: number
  readonly of: number
  readonly back: string
  /** The draft's earlier answers are gone. */
  readonly lost: boolean
  /** A category that the person came for. */
  readonly about: string
  readonly topics: Topics | undefined
  /** How an answer can come here. */
  readonly channels: readonly AnswerChannel[]
}

/** Categories to choose from. */
interface Topics {
  readonly typed: string
  readonly choices: readonly CategoryChoice[]
  /** Where the page shows all of them; undefined where it does. */
  readonly all: string | undefined
}

/** The page of a question. Throws a redirect where it is not this person's turn to answer it. */
export async function getQuestion(ctx: TenantContext, question: Question, request: Request): Promise<QuestionPageData> {
  const draftId = await draftIdOf(ctx, request)
  const draft = await findDraft(ctx, draftId)
  const answers = draft?.answers ?? {}
  // A refused form comes back to its page whatever became of the draft: what was typed must not be led away.
  if (!followsForm(request) && !mayAsk(question, answers)) throw redirect(await wayOn(ctx, draftId, draft))
  const { searchParams } = new URL(request.url)
  const asked: readonly Question[] = questionsFor(answers)
  const before = questionBefore(question, answers)
  const values = valuesOf(answers[question])
  return {
    question,
    kind: answers.person?.kind ?? 'person',
    values,
    at: Math.max(asked.indexOf(question), 0) + 1,
    of: asked.length,
    back:
      searchParams.get('from') === 'check'
        ? paths.checkAnswers(ctx.locale)
        : before
          ? paths.question(ctx.locale, before)
          : paths.newAppeal(ctx.locale),
    lost: searchParams.has('lost'),
    about: searchParams.get('about') ?? '',
    channels: question === 'reply' ? await servedChannels(ctx) : [],
    topics: question === 'topic' ? await topicsOf(ctx, searchParams, values.category ?? '') : undefined,
  }
}

/** Where somebody is led whose page is not to be seen yet, or no more: to the open question, the receipt, or the start. */
export async function wayOn(
  ctx: TenantContext,
  draftId: string | undefined,
  draft: Draft | undefined,
): Promise<string> {
  if (draft) {
    const open = firstUnanswered(draft.answers)
    return open ? paths.question(ctx.locale, open) : paths.checkAnswers(ctx.locale)
  }
  const sent = draftId === undefined ? undefined : await findSent(ctx, draftId)
  return sent ? paths.receipt(ctx.locale, sent) : paths.newAppeal(ctx.locale, { lost: '' })
}

/** Whether a page is loaded to show a form's refusal: Remix asks the loaders with the form's own headers then. */
const followsForm = (request: Request) => request.headers.has('Content-Type')

function valuesOf(answer: object | null | undefined): Record<string, string> {
  const values = Object.entries(answer ?? {}).map(([name, value]: [string, unknown]) => [
    name,
    Array.isArray(value) ? value.join(' ') : String(value ?? ''),
  ])
  return Object.fromEntries(values) as Record<string, string>
}

/** What was searched for, or everything where that was asked; what was chosen before is always among it. */
async function topicsOf(ctx: TenantContext, query: URLSearchParams, chosen: string): Promise<Topics> {
  const typed = tidied(query.get('q') ?? '').slice(0, 200)
  const every = await listCategoryChoices(ctx)
  const found = query.has('all') ? every : typed === '' ? [] : await searchCategories(ctx, typed)
  const kept = every.filter(({ slug }) => slug === chosen && !found.some((one) => one.slug === slug))
  const from = query.get('from') === 'check' ? ({ from: 'check' } as const) : {}
  const all = query.has('all') ? undefined : paths.question(ctx.locale, 'topic', { ...from, all: '' })
  return { typed, choices: [...kept, ...found], all }
}

/** Who was named so far as signing too. Throws a redirect where it is not this person's turn to name anybody. */
export async function getNamed(ctx: TenantContext, request: Request) {
  const { draftId, draft } = await getDraft(ctx, request)
  const answers = draft?.answers ?? {}
  if (!followsForm(request) && !mayAsk('cosigners', answers)) throw redirect(await wayOn(ctx, draftId, draft))
  const people = answers.cosigners?.people ?? []
  return {
    people: people.map(({ signerName, signerIin, signerEmail, signerPhone, signerLanguage }) => ({
      name: signerName,
      contacts: [signerEmail, signerPhone, signerIin, localeNames[signerLanguage]].filter(Boolean).join(', '),
    })),
    isFull: people.length >= mostNamed,
    hasSms: ctx.hasSms,
  }
}

/** A draft as the start and the check page need it. */
export async function getDraft(ctx: TenantContext, request: Request) {
  const draftId = await draftIdOf(ctx, request)
  return { draftId, draft: await findDraft(ctx, draftId) }
}
