import { draftLimits, listAttachments, sizeOf } from '#app/features/attachments/public.server.ts'
import { getTermBook } from '#app/features/calendars/public.server.ts'
import { getRegion } from '#app/features/regions/public.server.ts'
import { may } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { listActSteps } from './act-steps.queries.server.ts'
import { appealAllows, type AppealAct } from './appeal.ts'
import { additionDraft } from './addition-files.server.ts'
import { getAdditions } from './appeal-additions.queries.server.ts'
import { getAppeal, getAppealDetails, type AppealRow } from './appeals.queries.server.ts'
import { listMergers } from './people-history.queries.server.ts'
import { listEverybody, listPeople, type Person } from './people.queries.server.ts'
import { listDeadlineMoves } from './deadline-moves.queries.server.ts'
import { listReopenings } from './reopenings.queries.server.ts'
import { explainClocks } from './explain-clocks.server.ts'
import { answersPerson, ofLastRound } from './share.ts'
import { standingOf, type Standing } from './standing.server.ts'
import { timelineOf } from './timeline.ts'

const can = ({ ability }: TenantContext, act: AppealAct & ('addInformation' | 'withdraw'), appeal: AppealRow) =>
  may(ability, act, 'Appeal', appeal) && appealAllows(act, appeal)

type Details = Awaited<ReturnType<typeof getAppealDetails>>

/** Who has which part of an appeal that several bodies have, as the person is shown it. */
function partsOf({ assignments, agencies }: Details) {
  const shares = ofLastRound(assignments).filter(({ withdrawnAt }) => withdrawnAt === null)
  if (shares.length < 2) return []
  return shares.map(({ id, agencyId, role, part, dueOn, answeredAt }) => ({
    id,
    agency: agencies[agencyId] ?? '',
    role,
    part,
    dueOn: role === 'co' ? '' : formatDay(dueOn),
    answered: answeredAt !== null,
  }))
}

/**
 * What somebody sees of an appeal that is theirs, and may do with it now; throws NotFound for anybody else's. Who signed it too
 * sees the text that they signed, its life and the answers; a follower, whose own appeal was merged into it, not even the text.
 */
export async function getTrackedAppeal(ctx: TenantContext, appealId: string) {
  const details = await getAppealDetails(ctx, appealId, 'follow')
  const { timeZone } = await getRegion(ctx)
  const { appeal, text } = details
  const standing = await standingOf(ctx, appeal)
  const isOwn = standing.as === 'applicant'
  const came = await getAdditions(ctx, appealId, timeZone)
  const { files, filesOfAnswer } = came
  // What somebody else added, and that it was added.
  const additions = isOwn ? came.additions : []
  const mergers = await listMergers(ctx, appealId)
  const leftAt = leftAtOf(standing, came.withdrawal)
  const withdrawal = isOwn ? came.withdrawal : undefined
  return {
    id: appealId,
    number: appeal.number ?? '',
    status: appeal.status,
    standing: standing.as,
    /** How many people it belongs to now. */
    people: (await listPeople(ctx, appealId)).length,
    /** That the asker has left it while others go on; empty where they have not. */
    left: leftAt && appeal.status !== 'withdrawn' ? formatMoment(leftAt, timeZone) : '',
    mergedInto: appeal.mergedInto ? { id: appeal.mergedInto, number: mergers.at(-1)?.number ?? '' } : undefined,
    erased: details.erased,
    closedWithoutAnswer: appeal.closedAt !== null && appeal.status !== 'answered',
    dueOn: formatDay(appeal.dueOn),
    /** Only while it is waited for. */
    clocks: appeal.closedAt ? undefined : explainClocks(ctx, await getTermBook(ctx), details),
    text: isOwn || (standing.as === 'cosigner' && !leftAt) ? text : '',
    files,
    additions: additions.map(({ id, when, text, files }) => ({ id, when, text, files })),
    ended: appeal.status === 'withdrawn' ? formatMoment(appeal.closedAt ?? appeal.updatedAt, timeZone) : '',
    language: appeal.language,
    timeline: timelineOf(
      {
        ...details,
        additions,
        withdrawal,
        mergers,
        moves: await listDeadlineMoves(ctx, appealId),
        acts: await listActSteps(ctx, appealId, timeZone),
        // Why somebody is not content is said in their own words, and to the centre.
        wishes: (await listReopenings(ctx, appealId)).map((wish) =>
          isOwn || wish.event !== 'reopenRequested' ? wish : { ...wish, note: '' },
        ),
      },
      timeZone,
    ),
    // A co-executor's is for the lead, who has it in the answer.
    answers: details.answers.flatMap((answer) => {
      const share = details.assignments.find(({ id }) => id === answer.assignmentId)
      if (!share || !answersPerson(share) || (leftAt && !isOwn)) return []
      return [
        {
          id: answer.id,
          agency: details.agencies[share.agencyId] ?? '',
          at: formatMoment(answer.answeredAt, timeZone),
          part: share.part,
          text: answer.text,
          outcome: answer.outcome,
          signer: answer.signerName && `${answer.signerName}, ${answer.signerPost}`,
          files: filesOfAnswer(answer.id),
        },
      ]
    }),
    /** Where the parts are; one body that has the whole is no split. */
    shares: partsOf(details),
    /** Whether it was taken up again: then there is more than one answer to the same. */
    reopened: appeal.round > 1,
    canAdd: isOwn && !leftAt && can(ctx, 'addInformation', appeal),
    canWithdraw: !leftAt && (await mayLeave(ctx, appeal, standing)),
  }
}

export type TrackedAppeal = Awaited<ReturnType<typeof getTrackedAppeal>>

/** When the asker took their appeal or their signature back. */
const leftAtOf = (standing: Standing, withdrawal: { readonly createdAt: Date } | undefined) =>
  standing.as === 'cosigner' ? standing.cosigner.leftAt : standing.as === 'applicant' ? withdrawal?.createdAt : null

/** Whether the asker may take back what is theirs: as long as what goes on in its place is not decided. */
async function mayLeave(ctx: TenantContext, appeal: AppealRow, standing: Standing): Promise<boolean> {
  if (standing.as === 'follower') return false
  if (standing.as === 'applicant' && !may(ctx.ability, 'withdraw', 'Appeal', appeal)) return false
  if (appeal.mergedInto === null) return appealAllows('withdraw', appeal)
  return appealAllows('withdraw', await getAppeal(ctx, appeal.mergedInto, { action: 'follow' }))
}

/** What the page needs on which something is added: the files kept under `key` so far, and room for more. */
export async function getAddition(ctx: TenantContext, appealId: string, key: string) {
  const draftId = additionDraft(appealId, key)
  const appeal = await getAppeal(ctx, appealId)
  const { most, bytes } = await draftLimits(ctx, draftId)
  return {
    id: appealId,
    number: appeal.number ?? '',
    open: can(ctx, 'addInformation', appeal),
    files: await listAttachments(ctx, { draftId }),
    most,
    size: sizeOf(ctx, bytes),
  }
}

export type AdditionPage = Awaited<ReturnType<typeof getAddition>>

/** What the page asks back about before an appeal is taken back, or left to the others it belongs to. */
export async function getWithdrawal(ctx: TenantContext, appealId: string) {
  const appeal = await getAppeal(ctx, appealId, { action: 'follow' })
  const standing = await standingOf(ctx, appeal)
  if (standing.as === 'follower') throw new NotFound('Appeal')
  const cosignerId = standing.as === 'cosigner' ? standing.cosigner.id : undefined
  const everybody = await listEverybody(ctx, appeal.mergedInto ?? appealId)
  const isMine = (person: Person) => person.appealId === appealId && person.cosignerId === (cosignerId ?? null)
  const hasLeft = everybody.some((person) => isMine(person) && person.left)
  return {
    id: appealId,
    number: appeal.number ?? '',
    open: !hasLeft && (await mayLeave(ctx, appeal, standing)),
    cosignerId,
    /** Whether it goes on for others. */
    goesOn: everybody.some((person) => !isMine(person) && !person.left),
  }
}
