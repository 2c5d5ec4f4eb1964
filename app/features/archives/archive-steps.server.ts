import type { PlatformContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'

/** Whose archive is asked for, said to be written from now on; undefined where nothing is to do. For the worker, as all of these. */
export function beginArchive(ctx: PlatformContext, id: string): Promise<{ slug: string } | undefined> {
  return inTransaction(ctx, ({ db, clock }) =>
    db
      .updateTable('regionArchive')
      .set({ state: 'working', parts: 0, ofParts: 0, updatedAt: clock.now() })
      .where('id', '=', id)
      .where('state', 'in', ['asked', 'working'])
      .returning('slug')
      .executeTakeFirst(),
  )
}

/** One of every night, asked for by nobody; its id, or undefined while another of this region is written. */
export function openNightly(ctx: PlatformContext, slug: string): Promise<string | undefined> {
  return inTransaction(ctx, async ({ db, clock }) => {
    const writing = await db
      .selectFrom('regionArchive')
      .select('id')
      .where('slug', '=', slug)
      .where('state', 'in', ['asked', 'working'])
      .executeTakeFirst()
    if (writing) return undefined
    const id = newId()
    const now = clock.now()
    const stamps = { createdAt: now, updatedAt: now, doneAt: null }
    const nothingYet = { bytes: null, sha256: null, missingFiles: null, problem: null }
    await db
      .insertInto('regionArchive')
      .values({ id, slug, askedBy: null, state: 'asked', ...nothingYet, ...stamps })
      .execute()
    return id
  })
}

type Work = 'regionArchive' | 'regionCopy'

/** Notes how far it is. */
export function noteArchiveProgress(ctx: PlatformContext, work: Work, id: string, done: { parts: number; of: number }) {
  return inTransaction(ctx, async ({ db, clock }) => {
    const set = { parts: done.parts, ofParts: done.of, updatedAt: clock.now() }
    if (work === 'regionArchive')
      await db.updateTable('regionArchive').set(set).where('id', '=', id).where('state', '=', 'working').execute()
    else await db.updateTable('regionCopy').set(set).where('id', '=', id).where('state', '=', 'working').execute()
  })
}

export interface WrittenArchive {
  readonly bytes: number
  readonly sha256: string
  readonly missingFiles: number
}

/** The file is there and whole. */
export function finishArchive(ctx: PlatformContext, id: string, slug: string, file: WrittenArchive): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.now()
    await ctx.db
      .updateTable('regionArchive')
      .set({ state: 'done', ...file, doneAt: now, updatedAt: now })
      .where('id', '=', id)
      .where('state', '=', 'working')
      .execute()
    await record(ctx, { event: 'tenant.archived', subjectKind: 'tenant', subjectId: slug, refs: { archiveId: id } })
  })
}

/** `problem` is a translation key. */
export function failArchive(ctx: PlatformContext, id: string, problem: string): Promise<void> {
  return inTransaction(ctx, async ({ db, clock }) => {
    await db
      .updateTable('regionArchive')
      .set({ state: 'failed', problem, updatedAt: clock.now() })
      .where('id', '=', id)
      .where('state', 'in', ['asked', 'working'])
      .execute()
  })
}

/** Ids of nightly archives past the newest `kept` of a region, said to be removed: their files may go. */
export function dropOldNightly(ctx: PlatformContext, slug: string, kept: number): Promise<string[]> {
  return inTransaction(ctx, async ({ db, clock }) => {
    const done = await db
      .selectFrom('regionArchive')
      .select('id')
      .where('slug', '=', slug)
      .where('askedBy', 'is', null)
      .where('state', '=', 'done')
      .orderBy('id', 'desc')
      .execute()
    const old = done.slice(kept).map(({ id }) => id)
    if (old.length > 0)
      await db
        .updateTable('regionArchive')
        .set({ state: 'removed', updatedAt: clock.now() })
        .where('id', 'in', old)
        .execute()
    return old
  })
}

/** The copy that is asked for, said to be made from now on; undefined where nothing is to do. */
export function beginCopy(ctx: PlatformContext, id: string) {
  return inTransaction(ctx, ({ db, clock }) =>
    db
      .updateTable('regionCopy')
      .set({ state: 'working', parts: 0, ofParts: 0, updatedAt: clock.now() })
      .where('id', '=', id)
      .where('state', 'in', ['asked', 'working'])
      .returning(['slug', 'hosts', 'archiveId'])
      .executeTakeFirst(),
  )
}

/** The copy stands in the directory, muted. */
export function finishCopy(ctx: PlatformContext, id: string, slug: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.now()
    await ctx.db
      .updateTable('regionCopy')
      .set({ state: 'done', doneAt: now, updatedAt: now })
      .where('id', '=', id)
      .where('state', '=', 'working')
      .execute()
    await record(ctx, { event: 'tenant.restored', subjectKind: 'tenant', subjectId: slug, refs: { copyId: id } })
  })
}

/** `problem` is a translation key. */
export function failCopy(ctx: PlatformContext, id: string, problem: string): Promise<void> {
  return inTransaction(ctx, async ({ db, clock }) => {
    await db
      .updateTable('regionCopy')
      .set({ state: 'failed', problem, updatedAt: clock.now() })
      .where('id', '=', id)
      .where('state', 'in', ['asked', 'working'])
      .execute()
  })
}

/** Whether a region stands in the directory already, muted: a copy that was made just before its worker was killed. */
export async function isMutedRegion({ db }: PlatformContext, slug: string): Promise<boolean> {
  const region = await db.selectFrom('tenant').select('mutedAt').where('slug', '=', slug).executeTakeFirst()
  return region !== undefined && region.mutedAt !== null
}
