import { agencyNames } from '#app/features/agencies/public.server.ts'
import {
  clockActsOf,
  endAppeal,
  moveByAct,
  type AppealRow,
  type ShareRow,
} from '#app/features/appeals/public.server.ts'
import { issueActLetter } from '#app/features/letters/public.server.ts'
import { signatures } from '#app/integrations/signature/signatures.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { translatorOf } from '#app/core/i18n/texts.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { Facts } from '#db/schema/core.ts'
import type { ActKind } from '#db/schema/vocabulary.ts'
import { endsAs, isOfShare } from './act.ts'
import { contentOf } from './act-content.server.ts'
import type { ActRow } from './act-rows.queries.server.ts'
import { noticeTerm } from './act-terms.server.ts'
import { getActTerms } from './act-terms.queries.server.ts'
import type { OfAct } from './acts.schema.ts'
import { lockFor, mustStillFit } from './approve-act.server.ts'
import type { Measures } from './fitting.server.ts'

/** What a signed act is called in the journal, and in what the person is told by. */
const signedEvents = {
  extension: 'appeal.extended',
  suspension: 'appeal.suspended',
  resumption: 'appeal.resumed',
  hearing: 'appeal.hearingCalled',
  termination: 'appeal.terminated',
  leaving: 'appeal.leftUnconsidered',
} as const satisfies Record<ActKind, string>

/**
 * Signs an approved act: its words are frozen with name, post, time and a hash, it does what it says, its letter is issued,
 * and the person is told by the outbox. Throws NotFound, ForbiddenError, Refusal where another was faster, it is one's own
 * draft, or it does not fit any more.
 */
export function signAct(ctx: TenantContext, appealId: string, actId: string, { version }: OfAct): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const loaded = await lockFor(ctx, appealId, actId, version, 'sign', 'sign')
    const { appeal, shares, act } = loaded
    const { measures, share } = await mustStillFit(ctx, loaded)
    const before = await clockActsOf(ctx, appealId)
    const signed = await sign(ctx, appeal, act, measures)
    const facts = share && isOfShare(act.kind) ? await moveByAct(ctx, appeal, shares, share, before) : {}
    if (act.kind === 'termination' || act.kind === 'leaving') await end(ctx, appeal, act, endsAs[act.kind])
    await watchNotice(ctx, act, measures)
    await issueActLetter(ctx, { ...signed, actId, appeal, agencyId: act.agencyId, text: act.text })
    await recordSigned(ctx, act, share, facts)
  })
}

async function sign(ctx: TenantContext, appeal: AppealRow, act: ActRow, { today }: Measures) {
  if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
  const signer = {
    signerName: ctx.principal.name,
    signerPost: await postOf(ctx, appeal, act.agencyId),
    signedAt: ctx.clock.now(),
  }
  const begins = act.kind === 'suspension' || act.kind === 'resumption'
  const frozen = { ...act, fromOn: begins ? today : null }
  const number = `${appeal.number}/${(await countSigned(ctx, appeal.id)) + 1}`
  const { method, contentHash } = signatures.sign(contentOf(frozen, number, signer))
  await ctx.db
    .updateTable('act')
    .set({
      status: 'signed',
      ...signer,
      signedBy: ctx.principal.id,
      fromOn: frozen.fromOn,
      number,
      signatureMethod: method,
      contentHash,
      version: act.version + 1,
    })
    .where('id', '=', act.id)
    .execute()
  return { signedAt: signer.signedAt }
}

async function countSigned({ db }: TenantContext, appealId: string): Promise<number> {
  const { n } = await db
    .selectFrom('act')
    .select((act) => act.fn.countAll<string>().as('n'))
    .where('appealId', '=', appealId)
    .where('status', '=', 'signed')
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** The signer's post in the language of the appeal, in the name of today of the agency or the centre. */
async function postOf(ctx: TenantContext, { language }: AppealRow, agencyId: string | null): Promise<string> {
  const t = translatorOf(ctx.texts[language])
  if (agencyId) {
    const names = await agencyNames({ ...ctx, locale: language }, [agencyId])
    return `${t('appeals:sign.post')}, ${names[agencyId] ?? ''}`
  }
  const { centreKk, centreRu, centreEn } = await ctx.db
    .selectFrom('regionProfile')
    .select(['centreKk', 'centreRu', 'centreEn'])
    .executeTakeFirstOrThrow()
  return `${t('appeals:sign.post')}, ${{ kk: centreKk, ru: centreRu, en: centreEn }[language]}`
}

/** Ends the appeal with every share of it; what was being prepared besides needs nobody any more. */
async function end(ctx: TenantContext, appeal: AppealRow, act: ActRow, status: (typeof endsAs)[keyof typeof endsAs]) {
  await endAppeal(ctx, appeal, status, { actId: act.id })
  const others = await ctx.db
    .updateTable('act')
    .set((update) => ({ status: 'discarded', version: update('version', '+', 1) }))
    .where('appealId', '=', appeal.id)
    .where('status', 'in', ['drafted', 'approved'])
    .returning(['id', 'kind'])
    .execute()
  for (const { id, kind } of others)
    await record(ctx, {
      event: 'act.discarded',
      subjectKind: 'act',
      subjectId: id,
      fields: ['status'],
      refs: { appealId: appeal.id, actId: act.id },
      facts: { kind },
    })
}

async function watchNotice(ctx: TenantContext, act: ActRow, { book, today }: Measures): Promise<void> {
  const hearsOn = act.hearsAt ? wallClockParts(act.hearsAt, book.hours.timeZone).day : undefined
  const { dueOn, dueAt } = noticeTerm(book, await getActTerms(ctx, today), today, hearsOn)
  await ctx.db
    .insertInto('actNotice')
    .values({
      actId: act.id,
      appealId: act.appealId,
      eventId: null,
      noticeBy: dueOn,
      noticeAt: dueAt,
      toldOn: null,
      toldWay: null,
      toldRef: null,
      notedBy: null,
      notedAt: null,
    })
    .execute()
}

const recordSigned = (ctx: TenantContext, act: ActRow, share: ShareRow | undefined, facts: Facts) =>
  record(ctx, {
    event: signedEvents[act.kind],
    subjectKind: 'appeal',
    subjectId: act.appealId,
    fields: isOfShare(act.kind) ? ['dueOn'] : ['status'],
    refs: { actId: act.id, ...(share ? { assignmentId: share.id } : {}) },
    facts: { ground: act.ground, ...facts },
  })
