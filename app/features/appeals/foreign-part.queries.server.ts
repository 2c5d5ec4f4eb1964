import { agencyNames, listAgencies } from '#app/features/agencies/public.server.ts'
import { draftLimits, listAttachments, listSharedAttachments, sizeOf } from '#app/features/attachments/public.server.ts'
import { getRegion } from '#app/features/regions/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { getShareLink, linkStateOf, mustBeUsable } from './share-link.server.ts'
import { shareAllows } from './share.ts'

/**
 * What a body without accounts sees of an appeal by its link: the words of its part and where it happened, never who
 * brought it, and nothing any more once the link is over. Throws NotFound for a browser that has not opened the link.
 */
export async function getForeignPart(ctx: TenantContext, linkId: string) {
  const link = await getShareLink(ctx, linkId)
  const { timeZone } = await getRegion(ctx)
  const share = await ctx.db
    .selectFrom('assignment')
    .innerJoin('appeal', 'appeal.id', 'assignment.appealId')
    .innerJoin('appealText', 'appealText.appealId', 'appeal.id')
    .select(['assignment.id', 'assignment.agencyId', 'assignment.status', 'assignment.part', 'assignment.dueOn'])
    .select(['assignment.assignedAt', 'appeal.number', 'appeal.language', 'appealText.text', 'appeal.placeAddress'])
    .select('appeal.placeLandmark')
    .where('assignment.id', '=', link.assignmentId)
    .executeTakeFirstOrThrow()
  const names = await agencyNames(ctx, [share.agencyId])
  const state = linkStateOf(link, ctx.clock.now())
  const known = {
    id: linkId,
    number: share.number ?? '',
    agency: names[share.agencyId] ?? '',
    language: share.language,
    /** `gone`: the part went to another body, or the person took the appeal back. */
    state: state !== 'usable' ? state : stateOf(share.status),
    when: formatMoment(link.usedAt ?? link.revokedAt ?? link.expiresAt, timeZone),
    // The body's own words stay readable by its link.
    answer: state === 'used' ? await answerOf(ctx, share.id) : undefined,
  }
  if (known.state !== 'open' && known.state !== 'contested') return { ...known, part: undefined }
  const { most, bytes } = await draftLimits(ctx, linkId)
  const agencies = await listAgencies(ctx)
  return {
    ...known,
    part: {
      text: share.part || share.text,
      place: [share.placeAddress, share.placeLandmark].filter(Boolean).join('\n'),
      files: await listSharedAttachments(ctx, share.id),
      givenOn: formatMoment(share.assignedAt, timeZone),
      dueOn: formatDay(share.dueOn),
      own: await listAttachments(ctx, { draftId: linkId }),
      most,
      size: sizeOf(ctx, bytes),
      bodies: agencies.filter(({ id }) => id !== share.agencyId).map(({ id, name }) => ({ id, name })),
    },
  }
}

export type ForeignPart = Awaited<ReturnType<typeof getForeignPart>>

function stateOf(status: Parameters<typeof shareAllows>[1]['status']) {
  if (shareAllows('answerByLink', { status })) return 'open' as const
  return status === 'contested' ? ('contested' as const) : ('gone' as const)
}

async function answerOf({ db }: TenantContext, assignmentId: string) {
  const answer = await db
    .selectFrom('answer')
    .select(['outcome', 'text', 'signerName', 'signerPost'])
    .where('assignmentId', '=', assignmentId)
    .executeTakeFirst()
  return answer && { outcome: answer.outcome, text: answer.text, signer: `${answer.signerName}, ${answer.signerPost}` }
}

/** Which share a file may be opened for by this link. Throws NotFound, Refusal where the link is over. */
export async function shareOfLink(ctx: TenantContext, linkId: string): Promise<string> {
  const link = await getShareLink(ctx, linkId)
  await mustBeUsable(ctx, link)
  const share = await ctx.db
    .selectFrom('assignment')
    .select('status')
    .where('id', '=', link.assignmentId)
    .executeTakeFirstOrThrow()
  if (stateOf(share.status) === 'gone') throw new NotFound('Attachment')
  return link.assignmentId
}
