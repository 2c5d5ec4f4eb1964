import { draftLimits, listAttachments, sizeOf } from '#app/features/attachments/public.server.ts'
import { getTermBook } from '#app/features/calendars/public.server.ts'
import { getRegion } from '#app/features/regions/public.server.ts'
import { may } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { appealAllows, type AppealAct } from './appeal.ts'
import { additionDraft } from './addition-files.server.ts'
import { getAdditions } from './appeal-additions.queries.server.ts'
import { getAppeal, getAppealDetails, type AppealRow } from './appeals.queries.server.ts'
import { listDeadlineMoves } from './deadline-moves.queries.server.ts'
import { listReopenings } from './reopenings.queries.server.ts'
import { explainClocks } from './explain-clocks.server.ts'
import { answersPerson, ofLastRound } from './share.ts'
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

/** What the person who brought an appeal sees of it and may do with it now; throws NotFound for anybody else's. */
export async function getTrackedAppeal(ctx: TenantContext, appealId: string) {
  const details = await getAppealDetails(ctx, appealId)
  const { timeZone } = await getRegion(ctx)
  const { appeal, text } = details
  const { files, additions, withdrawal, filesOfAnswer } = await getAdditions(ctx, appealId, timeZone)
  return {
    id: appealId,
    number: appeal.number ?? '',
    status: appeal.status,
    erased: details.erased,
    dueOn: formatDay(appeal.dueOn),
    /** Only while it is waited for. */
    clocks: appeal.closedAt ? undefined : explainClocks(ctx, await getTermBook(ctx), details),
    text,
    files,
    additions: additions.map(({ id, when, text, files }) => ({ id, when, text, files })),
    withdrawal: withdrawal && { reason: withdrawal.reason, when: formatMoment(withdrawal.createdAt, timeZone) },
    language: appeal.language,
    timeline: timelineOf(
      {
        ...details,
        additions,
        withdrawal,
        moves: await listDeadlineMoves(ctx, appealId),
        wishes: await listReopenings(ctx, appealId),
      },
      timeZone,
    ),
    // A co-executor's is for the lead, who has it in the answer.
    answers: details.answers.flatMap((answer) => {
      const share = details.assignments.find(({ id }) => id === answer.assignmentId)
      if (!share || !answersPerson(share)) return []
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
    canAdd: can(ctx, 'addInformation', appeal),
    canWithdraw: can(ctx, 'withdraw', appeal),
  }
}

export type TrackedAppeal = Awaited<ReturnType<typeof getTrackedAppeal>>

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

/** What the page asks back about before an appeal is taken back. */
export async function getWithdrawal(ctx: TenantContext, appealId: string) {
  const appeal = await getAppeal(ctx, appealId)
  return { id: appealId, number: appeal.number ?? '', open: can(ctx, 'withdraw', appeal) }
}
