import type { TenantContext } from '#app/core/context.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import { listPeopleSteps } from './people-history.queries.server.ts'
import { listShareSteps } from './share-history.queries.server.ts'
import { stepAt, type Step } from './timeline.ts'
import { listTranslationSteps } from './translation-steps.queries.server.ts'

/** What the journal knows of an appeal and its own tables do not tell. */
const told = [
  'classified',
  'corrected',
  'cureRequested',
  'cureSettled',
  'cured',
  'cureLapsed',
  'answerDrafted',
  'answerSubmitted',
] as const

/** What colleagues did with an appeal and said of it, oldest first. */
export async function listInnerSteps(ctx: TenantContext, appealId: string, timeZone: string): Promise<Step[]> {
  const { db } = ctx
  const acts = await db
    .selectFrom('journal')
    .leftJoin('staffMember', 'staffMember.id', 'journal.actorId')
    .select(['journal.id', 'journal.event', 'journal.occurredAt', 'journal.facts', 'staffMember.fullName'])
    .where('journal.subjectId', '=', appealId)
    .where(
      'journal.event',
      'in',
      told.map((event) => `appeal.${event}`),
    )
    .orderBy('journal.id')
    .execute()
  const notes = await db
    .selectFrom('appealNote')
    .innerJoin('staffMember', 'staffMember.id', 'appealNote.authorId')
    .select(['appealNote.id', 'appealNote.kind', 'appealNote.text', 'appealNote.createdAt', 'staffMember.fullName'])
    .where('appealId', '=', appealId)
    .orderBy('appealNote.id')
    .execute()
  return [
    ...(await listShareSteps(ctx, appealId, timeZone)),
    ...(await listPeopleSteps(ctx, appealId, timeZone)),
    ...(await listTranslationSteps(ctx, appealId, timeZone)),
    ...acts.map((act) => ({
      id: act.id,
      event: told.find((event) => act.event === `appeal.${event}`) ?? ('noteAdded' as const),
      at: stepAt(act.occurredAt, timeZone),
      agency: '',
      withdrawn: false,
      by: act.fullName ?? '',
      ...dueOf(act.facts),
    })),
    ...notes.map((note) => ({
      id: note.id,
      event: note.kind === 'returned' ? ('answerReturned' as const) : ('noteAdded' as const),
      at: stepAt(note.createdAt, timeZone),
      agency: '',
      withdrawn: false,
      by: note.fullName,
      note: note.text,
    })),
  ]
}

function dueOf({ dueOn, formerDueOn }: Readonly<Record<string, unknown>>): Pick<Step, 'due'> {
  if (typeof dueOn !== 'string' || typeof formerDueOn !== 'string' || dueOn === formerDueOn) return {}
  return { due: { from: formatDay(formerDueOn), to: formatDay(dueOn) } }
}

/** All steps as one history; what happened at the same moment stays as it came. */
export const inOrder = (steps: readonly Step[]): Step[] =>
  steps.toSorted((a, b) => a.at.dateTime.localeCompare(b.at.dateTime))
