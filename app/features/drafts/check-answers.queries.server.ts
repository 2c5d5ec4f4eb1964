import { redirect } from '@remix-run/node'
import { listAttachments } from '#app/features/attachments/public.server.ts'
import { findCategory } from '#app/features/categories/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { localeNames } from '#app/core/i18n/locales.ts'
import { paths } from '#app/core/paths.ts'
import type { Answers, Question } from './questions.ts'
import { firstUnanswered, mayNameCosigners, questionsFor } from './questions.ts'
import { getDraft, wayOn } from './question.queries.server.ts'

/** One answer, ready to be read. */
export interface CheckedAnswer {
  readonly question: Question
  /** Which text names it. */
  readonly term: string
  /** Empty where nothing was answered. */
  readonly answer: string
  readonly changeHref: string
}

/** Everything that was answered, before it is sent. Throws a redirect where a question is still open. */
export async function getAnswers(ctx: TenantContext, request: Request) {
  const { draftId, draft } = await getDraft(ctx, request)
  if (!draft || firstUnanswered(draft.answers)) throw redirect(await wayOn(ctx, draftId, draft))
  const { answers, version } = draft
  const category = answers.topic?.category ? await findCategory(ctx, answers.topic.category) : undefined
  const files = await listAttachments(ctx, { draftId: draft.id })
  // What held a virus is gone, and the person should know before sending.
  const fileLines = files.map(({ name, safety }) =>
    safety === 'removed' ? `${name}: ${ctx.t('attachments:safety.removed')}` : name,
  )
  const named = { category: category?.name ?? '', files: fileLines.join('\n') }
  const asked: Question[] = [...questionsFor(answers), ...(mayNameCosigners(answers) ? (['cosigners'] as const) : [])]
  const shown = asked.flatMap((question) =>
    rowsOf(ctx, question, answers, named).map(([term, answer]) => ({
      question,
      term: ctx.t(`drafts:check.${term}`),
      answer,
      changeHref: paths.question(ctx.locale, question, { from: 'check' }),
    })),
  )
  return { version, answers: shown satisfies CheckedAnswer[] }
}

/** Terms (keys under `check`) with what was answered. */
function rowsOf(
  ctx: TenantContext,
  question: Question,
  answers: Answers,
  { category, files }: Readonly<Record<'category' | 'files', string>>,
): [string, string][] {
  const { t } = ctx
  const place = answers.place
  const at = [place?.placeLat, place?.placeLon].filter((part) => typeof part === 'number').join(', ')
  const point = at && `${t('drafts:check.point')}: ${at}`
  const rows: Record<Question, [string, string][]> = {
    intent: [['intent', answers.intent ? t(`drafts:intent.${answers.intent.meant}`) : '']],
    topic: [['topic', category || t('drafts:topic.none')]],
    text: [['text', answers.text?.text ?? '']],
    place: [['place', [place?.placeAddress, place?.placeLandmark, point].filter(Boolean).join('\n')]],
    person: [['person', answers.person ? t(`drafts:person.${answers.person.kind}`) : '']],
    anonymous: [['anonymous', t('drafts:anonymous.report')]],
    organisation: [
      ['organisation', answers.organisation?.organisationName ?? ''],
      ['bin', answers.organisation?.bin ?? t('drafts:organisation.noBin')],
    ],
    representation: [
      ['represented', answers.representation?.representedName ?? ''],
      ['basis', answers.representation?.basis ?? ''],
    ],
    name: [['name', answers.name?.fullName ?? '']],
    iin: [['iin', answers.iin?.iin ?? t('drafts:iin.none')]],
    address: [
      ['address', answers.address?.address ?? ''],
      ...(answers.person?.kind === 'guest'
        ? ([['country', answers.address?.country ?? '']] satisfies [string, string][])
        : []),
    ],
    reply: [
      [
        'reply',
        [
          ...(answers.reply?.answerChannels ?? []).map((channel) => t(`drafts:reply.${channel}`)),
          answers.reply?.email,
          answers.reply?.phone,
        ]
          .filter(Boolean)
          .join('\n'),
      ],
    ],
    cosigners: [
      [
        'cosigners',
        (answers.cosigners?.people ?? []).map(({ signerName }) => signerName).join('\n') || t('drafts:cosigners.alone'),
      ],
    ],
    files: [['files', files]],
    language: [['language', answers.language ? localeNames[answers.language.language] : '']],
  }
  return rows[question]
}
