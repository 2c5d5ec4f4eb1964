import type { Principal } from '#app/core/access/principal.ts'
import type { TenantContext } from '#app/core/context.ts'
import { addInformation } from '#app/features/appeals/add-information.server.ts'
import { addNote } from '#app/features/appeals/add-note.server.ts'
import { answerByLink } from '#app/features/appeals/answer-by-link.server.ts'
import { assignAppeal } from '#app/features/appeals/assign-appeal.server.ts'
import { classifyAppeal } from '#app/features/appeals/classify-appeal.server.ts'
import { contestByLink, contestShare } from '#app/features/appeals/contest-share.server.ts'
import { keepShare, redirectShare } from '#app/features/appeals/decide-contest.server.ts'
import { draftAnswer } from '#app/features/appeals/draft-answer.server.ts'
import { needsHearing } from '#app/features/appeals/hearing-gate.server.ts'
import { forwardAppeal } from '#app/features/appeals/forward-appeal.server.ts'
import { returnAnswer } from '#app/features/appeals/return-answer.server.ts'
import { versionSeenBy } from '#app/features/appeals/share.ts'
import { findOwnShare, getShares } from '#app/features/appeals/shares.queries.server.ts'
import { signAnswer } from '#app/features/appeals/sign-answer.server.ts'
import { splitAppeal } from '#app/features/appeals/split-appeal.server.ts'
import { submitAnswer } from '#app/features/appeals/submit-answer.server.ts'
import { withdrawAppeal } from '#app/features/appeals/withdraw-appeal.server.ts'
import type { PlannedAct, PlannedContact } from './plan.ts'
import type { MonthStaff } from './staff.ts'

type Body = Readonly<Record<'id' | 'slug' | 'level', string>>

/** An appeal of the month, the category that it was brought under, and who has it. */
export interface Played {
  readonly id: string
  readonly planned: PlannedContact
  readonly categoryId: string
  /** Who answers for it now; changes when it is redirected. */
  body: Body
  /** Another body of the akimat, and one outside that answers by links. */
  readonly second: Body
  readonly outsider: Body
}

const signedAs = { signerName: 'Үлгі Асан Маратұлы', signerPost: 'Директор' }
const contestedAs = { contestName: signedAs.signerName, contestPost: signedAs.signerPost }

/** Who does it: the person, a dispatcher, a body's clerk or head, or a body outside by its link; undefined where nobody can. */
export async function actorOf(
  ctx: TenantContext,
  { act }: PlannedAct,
  { id, body, second, outsider }: Played,
  staff: MonthStaff,
): Promise<Principal | undefined> {
  const byLink = async (agencyId: string): Promise<Principal | undefined> => {
    const link = await openLink(ctx, id, agencyId)
    return link && { kind: 'resident', grantedIds: [link.id] }
  }
  const isOutside = body.level === 'nonState'
  switch (act) {
    case 'inform':
    case 'withdraw':
      return { kind: 'resident', grantedIds: [id] }
    case 'classify':
    case 'give':
    case 'keep':
    case 'redirect':
      return staff.dispatcher
    case 'split':
      return body.level === 'local' ? staff.dispatcher : undefined
    case 'byLink':
      return byLink(outsider.id)
    case 'coSubmit':
    case 'coSign': {
      const has = (await getShares(ctx, id)).some(({ agencyId, role }) => agencyId === second.id && role === 'co')
      if (!has) return undefined
      return act === 'coSign' ? staff.headOf(second.id) : staff.clerkOf(second.id)
    }
    case 'note':
      return isOutside ? staff.dispatcher : staff.clerkOf(body.id)
    case 'contest':
    case 'submit':
      return isOutside ? byLink(body.id) : staff.clerkOf(body.id)
    case 'draft':
      return isOutside ? undefined : staff.clerkOf(body.id)
    case 'sign':
    case 'return':
      return isOutside ? undefined : staff.headOf(body.id)
  }
}

/** Does it, by the product's own command. */
export async function act(ctx: TenantContext, what: PlannedAct, played: Played): Promise<void> {
  const { id, categoryId, body, second, outsider } = played
  const { legalKind, version: whole } = await ctx.db
    .selectFrom('appeal')
    .select(['version', 'legalKind'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const shares = await getShares(ctx, id)
  const own = findOwnShare(ctx, shares)
  const version = own ? versionSeenBy({ version: whole }, shares, own.id) : whole
  const submissionKey = crypto.randomUUID()
  // The month has a few texts for hundreds of people.
  const similar = 'yes'
  const linkId = ctx.principal.kind === 'resident' ? (ctx.principal.grantedIds[0] ?? '') : ''
  switch (what.act) {
    case 'classify':
      return classifyAppeal(ctx, id, { version, legalKind, categoryId })
    case 'give':
      return body.level === 'local'
        ? assignAppeal(ctx, id, { version, agencyId: body.id })
        : forwardAppeal(ctx, id, { version, forwardTo: body.id })
    case 'split': {
      const parts = [
        { agencyId: second.id, part: what.text },
        { agencyId: outsider.id, part: what.outside },
      ]
      return splitAppeal(ctx, id, { version, lead: undefined, parts, files: [] })
    }
    case 'note':
      return addNote(ctx, id, { submissionKey, note: what.text, mention: undefined })
    case 'draft':
      await draftAnswer(ctx, id, { draftVersion: await draftVersion(ctx, id), outcome: null, text: what.text })
      return
    case 'submit':
    case 'coSubmit': {
      const meant = what.act === 'submit' ? what.outcome : ('satisfied' as const)
      // The month holds no hearings: what would need one is explained.
      const words = { outcome: needsHearing(legalKind, meant) ? ('explained' as const) : meant, text: what.text }
      if (linkId) return answerByLink(ctx, linkId, { ...words, ...signedAs })
      return submitAnswer(ctx, id, { version, draftVersion: await draftVersion(ctx, id), similar, ...words })
    }
    case 'byLink':
      return answerByLink(ctx, linkId, { outcome: 'explained', text: what.text, ...signedAs })
    case 'contest': {
      const words = { rightAgency: second.id, reason: what.text }
      return linkId
        ? contestByLink(ctx, linkId, { ...words, ...contestedAs })
        : contestShare(ctx, id, { version, ...words })
    }
    case 'keep':
    case 'redirect': {
      const contested = shares.find(({ status }) => status === 'contested')
      if (!contested) return
      const decision = { version, assignmentId: contested.id, why: what.text }
      if (what.act === 'keep') return keepShare(ctx, id, decision)
      await redirectShare(ctx, id, { ...decision, toAgency: second.id })
      played.body = second
      return
    }
    case 'return':
      return returnAnswer(ctx, id, { version, reason: what.text })
    case 'sign':
    case 'coSign':
      return signAnswer(ctx, id, { version, similar })
    case 'inform':
      return addInformation(ctx, id, { submissionKey, text: what.text })
    case 'withdraw':
      return withdrawAppeal(ctx, id, { submissionKey, reason: what.text })
  }
}

/** The link by which a body may still answer. */
const openLink = ({ db, clock }: TenantContext, appealId: string, agencyId: string) =>
  db
    .selectFrom('shareLink')
    .innerJoin('assignment', 'assignment.id', 'shareLink.assignmentId')
    .select('shareLink.id')
    .where('assignment.appealId', '=', appealId)
    .where('assignment.agencyId', '=', agencyId)
    .where('assignment.status', '=', 'open')
    .where('shareLink.revokedAt', 'is', null)
    .where('shareLink.expiresAt', '>', clock.now())
    .executeTakeFirst()

/** Of the draft of the asker's own agency; 0 where there is none. */
async function draftVersion({ db, principal }: TenantContext, appealId: string): Promise<number> {
  const agencyId = principal.kind === 'staff' ? (principal.agencyId ?? '') : ''
  const draft = await db
    .selectFrom('answerDraft')
    .select('version')
    .where('appealId', '=', appealId)
    .where('agencyId', '=', agencyId)
    .executeTakeFirst()
  return draft?.version ?? 0
}
