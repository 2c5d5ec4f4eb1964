import { appealAllows, applicantColumns, getAppeal, hasLeft, openTo } from '#app/features/appeals/public.server.ts'
import { draftLimits, listAttachments, sizeOf } from '#app/features/attachments/public.server.ts'
import { getCureDue, getTermBook } from '#app/features/calendars/public.server.ts'
import { authorize, may } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { cureDraft, curableOf, missingOf, standOf } from './cure.ts'

/** How many rows a page of the list has. */
const pageRows = 50

const zoneOf = async ({ db }: TenantContext) =>
  (await db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()).timeZone

/** Every request about an appeal, the newest first. Whoever asks may read the appeal. */
async function curesOf(ctx: TenantContext, appealId: string) {
  const timeZone = await zoneOf(ctx)
  const rows = await ctx.db
    .selectFrom('cure')
    .innerJoin('staffMember as asker', 'asker.id', 'cure.askedBy')
    .leftJoin('staffMember as settler', 'settler.id', 'cure.settledBy')
    .select(['cure.id', 'cure.missing', 'cure.words', 'cure.state', 'cure.dueOn', 'cure.dueAt', 'cure.askedAt'])
    .select(['cure.settledAt', 'cure.settledBy', 'asker.fullName as askedBy', 'settler.fullName as settler'])
    .where('cure.appealId', '=', appealId)
    .orderBy('cure.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    missing: row.missing,
    words: row.words,
    stand: standOf(row, ctx.clock.now()),
    dueOn: formatDay(row.dueOn),
    askedBy: row.askedBy,
    askedAt: formatMoment(row.askedAt, timeZone),
    settledAt: row.settledAt ? formatMoment(row.settledAt, timeZone) : '',
    /** Empty where the person did. */
    settledBy: row.settler ?? '',
    late: row.settledAt !== null && row.settledAt > row.dueAt,
  }))
}

export type Cure = Awaited<ReturnType<typeof curesOf>>[number]

/** What staff see of an appeal's requests, and whether this person may make one now. Throws NotFound. */
export async function getDeskCures(ctx: TenantContext, appealId: string) {
  const appeal = await getAppeal(ctx, appealId)
  const cures = await curesOf(ctx, appealId)
  return {
    cures,
    /** The one that is waited for. */
    open: cures.find(({ stand }) => stand === 'open' || stand === 'uncured'),
    canAsk: may(ctx.ability, 'requestCure', 'Appeal', appeal) && appealAllows('requestCure', appeal),
  }
}

export type DeskCures = Awaited<ReturnType<typeof getDeskCures>>

/** The page on which a dispatcher asks for what an appeal lacks. Throws NotFound, ForbiddenError. */
export async function getCureDesk(ctx: TenantContext, appealId: string) {
  const appeal = await getAppeal(ctx, appealId)
  authorize(ctx.ability, 'requestCure', 'Appeal', appeal)
  const applicant = await ctx.db
    .selectFrom('applicant')
    .select(applicantColumns)
    .where('id', '=', appeal.applicantId)
    .executeTakeFirstOrThrow()
  const book = await getTermBook(ctx)
  const { dueOn } = await getCureDue(ctx, book, wallClockParts(ctx.clock.now(), book.hours.timeZone).day)
  return {
    ...(await getDeskCures(ctx, appealId)),
    id: appealId,
    number: appeal.number ?? '',
    version: appeal.version,
    language: appeal.language,
    choices: [...curableOf[applicant.kind]],
    plainlyMissing: missingOf(applicant),
    /** When a request of now would end. */
    wouldEnd: formatDay(dueOn),
    isReached:
      Boolean(applicant.email) || (ctx.hasSms && appeal.answerChannels.includes('sms') && Boolean(applicant.phone)),
  }
}

export type CureDesk = Awaited<ReturnType<typeof getCureDesk>>

/**
 * What the person is asked for, as a notice on the appeal's page; undefined where nothing is waited for, and for who follows
 * the appeal of another. Throws NotFound.
 */
export async function findAwaited(ctx: TenantContext, appealId: string): Promise<Cure | undefined> {
  const appeal = await getAppeal(ctx, appealId, { action: 'follow' })
  if (!may(ctx.ability, 'cure', 'Appeal', appeal) || !appealAllows('cure', appeal)) return undefined
  if (await hasLeft(ctx, appealId)) return undefined
  const [newest] = await curesOf(ctx, appealId)
  return newest && (newest.stand === 'open' || newest.stand === 'uncured') ? newest : undefined
}

/** The page on which a person brings what was missing, or sees that it was brought. Throws NotFound where nothing was asked. */
export async function getCurePage(ctx: TenantContext, appealId: string) {
  const appeal = await getAppeal(ctx, appealId)
  const [cure] = await curesOf(ctx, appealId)
  if (!cure) throw new NotFound('Cure')
  const draftId = cureDraft(cure.id)
  const { most, bytes } = await draftLimits(ctx, draftId)
  return {
    appealId,
    number: appeal.number ?? '',
    language: appeal.language,
    cure: { id: cure.id, missing: cure.missing, words: cure.words, stand: cure.stand, dueOn: cure.dueOn },
    open: appealAllows('cure', appeal) && (cure.stand === 'open' || cure.stand === 'uncured'),
    files: await listAttachments(ctx, { draftId }),
    most,
    size: sizeOf(ctx, bytes),
  }
}

export type CurePageData = Awaited<ReturnType<typeof getCurePage>>

/**
 * What is waited for in the region, what ends first coming first: those that are over stand on top. `after` is where the page
 * before ended. Throws ForbiddenError.
 */
export async function listCures(ctx: TenantContext, after: { dueAt: Date; id: string } | undefined) {
  authorize(ctx.ability, 'requestCure', 'Appeal')
  const now = ctx.clock.now()
  const rows = await ctx.db
    .selectFrom('cure')
    .innerJoin('appeal', 'appeal.id', 'cure.appealId')
    .select(['cure.id', 'cure.appealId', 'cure.missing', 'cure.state', 'cure.dueOn', 'cure.dueAt'])
    .select(['appeal.number', 'appeal.excerpt', 'appeal.language'])
    .where('cure.state', '=', 'open')
    // What was answered or withdrawn meanwhile waits for nothing.
    .where('appeal.status', 'in', openTo.cure)
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('cure.dueAt', 'cure.id'), '>', tuple(after?.dueAt ?? now, after?.id ?? '')),
      ),
    )
    .orderBy('cure.dueAt')
    .orderBy('cure.id')
    .limit(pageRows + 1)
    .execute()
  const shown = rows.slice(0, pageRows)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => ({
      id: row.id,
      appealId: row.appealId,
      number: row.number ?? '',
      excerpt: row.excerpt,
      language: row.language,
      missing: row.missing,
      dueOn: formatDay(row.dueOn),
      uncured: standOf(row, now) === 'uncured',
    })),
    next: rows.length > pageRows && last ? `${last.dueAt.getTime()}.${last.id}` : undefined,
  }
}

export type CureList = Awaited<ReturnType<typeof listCures>>
