import { authorize } from '#app/core/access/authorize.ts'
import type { PlatformContext } from '#app/core/context.ts'
import { InvalidInput, NotFound, Refusal, SignInNeeded } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { archiveEvents } from './archive.ts'
import type { CopyRegion } from './archives.schema.ts'

/** Asks for an archive of a region; the worker writes it. Throws ForbiddenError, NotFound, Refusal while one is written. */
export function askArchive(ctx: PlatformContext, slug: string): Promise<void> {
  authorize(ctx.ability, 'archive', 'Region')
  const askedBy = personIdOf(ctx)
  return inTransaction(ctx, async (ctx) => {
    await lockRegion(ctx, slug)
    const writing = await ctx.db
      .selectFrom('regionArchive')
      .select('id')
      .where('slug', '=', slug)
      .where('state', 'in', ['asked', 'working'])
      .executeTakeFirst()
    if (writing) throw new Refusal('archives:error.writing')
    const id = newId()
    const now = ctx.clock.now()
    await ctx.db
      .insertInto('regionArchive')
      .values({ id, slug, askedBy, state: 'asked', ...nothingYet, createdAt: now, updatedAt: now })
      .execute()
    await record(ctx, {
      event: archiveEvents.asked,
      subjectKind: 'regionArchive',
      subjectId: id,
      facts: { region: slug },
    })
  })
}

/**
 * Asks for a copy of a region out of one of its archives, under another short name; it begins muted. The same form twice asks
 * once. Throws ForbiddenError, NotFound, InvalidInput where the name is taken, Refusal where the archive is none any more.
 */
export function askCopy(ctx: PlatformContext, slug: string, input: CopyRegion): Promise<void> {
  authorize(ctx.ability, 'archive', 'Region')
  const askedBy = personIdOf(ctx)
  const host = `${input.copySlug}.${new URL(ctx.origin).hostname.replace(/^platform\./, '')}`
  return inTransaction(ctx, async (ctx) => {
    const sent = await ctx.db
      .selectFrom('regionCopy')
      .select('id')
      .where('submissionKey', '=', input.submissionKey)
      .executeTakeFirst()
    if (sent) return
    const archive = await ctx.db
      .selectFrom('regionArchive')
      .select('state')
      .where('id', '=', input.archiveId)
      .where('slug', '=', slug)
      .executeTakeFirst()
    if (!archive) throw new NotFound('RegionArchive')
    if (archive.state !== 'done') throw new Refusal('archives:error.noFile')
    await refuseTaken(ctx, input.copySlug, host)
    const id = newId()
    const now = ctx.clock.now()
    await ctx.db
      .insertInto('regionCopy')
      .values({
        id,
        submissionKey: input.submissionKey,
        archiveId: input.archiveId,
        slug: input.copySlug,
        hosts: [host],
        askedBy,
        state: 'asked',
        problem: null,
        createdAt: now,
        updatedAt: now,
        doneAt: null,
      })
      .execute()
    await record(ctx, {
      event: archiveEvents.copyAsked,
      subjectKind: 'regionCopy',
      subjectId: id,
      refs: { archiveId: input.archiveId },
      facts: { region: slug, copy: input.copySlug },
    })
  })
}

/** Asks that a copy may speak from now on. Throws ForbiddenError, NotFound, Refusal for a region that is not muted. */
export function askUnmute(ctx: PlatformContext, slug: string): Promise<void> {
  authorize(ctx.ability, 'archive', 'Region')
  return inTransaction(ctx, async (ctx) => {
    const { mutedAt } = await lockRegion(ctx, slug)
    if (mutedAt === null) throw new Refusal('archives:error.notMuted')
    await record(ctx, { event: archiveEvents.unmuteAsked, subjectKind: 'region', subjectId: slug })
  })
}

const nothingYet = { bytes: null, sha256: null, missingFiles: null, problem: null, doneAt: null }

function personIdOf({ principal }: PlatformContext): string {
  if (principal.kind !== 'platform') throw new SignInNeeded()
  return principal.id
}

/** Two operators at once: the second waits, and sees what the first has asked for. */
async function lockRegion({ db }: PlatformContext, slug: string) {
  const region = await db.selectFrom('tenant').select('mutedAt').where('slug', '=', slug).forUpdate().executeTakeFirst()
  if (!region) throw new NotFound('Region')
  return region
}

async function refuseTaken({ db }: PlatformContext, slug: string, host: string): Promise<void> {
  const region = await db.selectFrom('tenant').select('slug').where('slug', '=', slug).executeTakeFirst()
  const setUp = await db.selectFrom('regionSetup').select('slug').where('slug', '=', slug).executeTakeFirst()
  const held = await db.selectFrom('tenantHost').select('host').where('host', '=', host).executeTakeFirst()
  const copy = await db
    .selectFrom('regionCopy')
    .select('id')
    .where('slug', '=', slug)
    .where('state', 'in', ['asked', 'working'])
    .executeTakeFirst()
  if (region ?? setUp ?? held ?? copy) throw new InvalidInput({ copySlug: 'platform:error.slugTaken' })
}
