import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Installation } from '#app/contexts.server.ts'
import type { PlatformContext } from '#app/core/context.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import {
  archiveEvents,
  beginArchive,
  beginCopy,
  dropOldNightly,
  failArchive,
  failCopy,
  finishArchive,
  finishCopy,
  isMutedRegion,
  noteArchiveProgress,
  openNightly,
} from '#app/features/archives/public.server.ts'
import { beginTakeout, failTakeout, finishTakeout, noteTakeoutProgress } from '#app/features/takeouts/public.server.ts'
import type { Event } from '#app/features/notices/public.server.ts'
import { archiveRegion, type Progress } from '#tenants/archives/archive.ts'
import { ArchiveRefused, keyMarkOf } from '#tenants/archives/manifest.ts'
import { restoreRegion } from '#tenants/archives/restore.ts'
import { actsByItself } from '#tenants/registry.ts'
import { letSpeak } from './let-speak.ts'

/** A job: a region goes into a file, or one comes out of it. */
export type ArchiveJob =
  | { readonly kind: 'takeout'; readonly region: string; readonly id: string }
  | { readonly kind: 'archive' | 'copy'; readonly id: string }

interface ArchivingParts {
  readonly installation: Installation
  /** Undefined where this installation has no owner's login. */
  readonly urls: { readonly runtime: string; readonly owner: string; readonly direct: string } | undefined
  /** Where the platform's archives lie; without one there are none. */
  readonly folder: string | undefined
  /** How many of every night are kept for each region. */
  readonly kept: number
  readonly secret: string
  readonly enqueue: (job: ArchiveJob) => Promise<unknown>
}

/** Writes regions into files and makes copies of them, one after the other: each reads a whole region. */
export function openArchiving({ installation, urls, folder, kept, secret, enqueue }: ArchivingParts) {
  const { filesOf, registry } = installation
  const fileOf = (id: string) => path.join(folder ?? '', `${id}.zip`)

  async function write(slug: string, file: string, noted: (done: Progress) => Promise<void>) {
    if (!urls) throw new Error('There is no owner’s login')
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
    const telling = tellingOf(noted)
    const { missing } = await archiveRegion({
      ownerUrl: urls.owner,
      slug,
      file,
      filesOf,
      keyMark: keyMarkOf(secret),
      progress: telling.progress,
    })
    await telling.settled()
    return { bytes: (await stat(file)).size, sha256: await sha256Of(file), missingFiles: missing.length }
  }

  async function makeTakeout(region: string, id: string, lastTry: boolean): Promise<void> {
    const tenant = await registry.bySlug(region)
    if (!tenant) return
    const { ctx, close } = installation.tenantJob(tenant)
    const file = path.join(folder ?? tmpdir(), 'coming', `${id}.zip`)
    try {
      if (!(await beginTakeout(ctx, id))) return
      if (!urls) return await failTakeout(ctx, id)
      const { bytes, sha256 } = await write(region, file, ({ parts, of }) => noteTakeoutProgress(ctx, id, parts, of))
      // Into the region's own store: every server reads it, wherever this worker's disk is.
      await ctx.files.put(id, createReadStream(file))
      await finishTakeout(ctx, id, { bytes, sha256 })
    } catch (error) {
      if (lastTry) await failTakeout(ctx, id)
      throw error
    } finally {
      await rm(file, { force: true })
      await close()
    }
  }

  async function makeArchive(platform: PlatformContext, id: string, lastTry: boolean): Promise<void> {
    const asked = await beginArchive(platform, id)
    if (!asked) return
    if (!urls || !folder) return failArchive(platform, id, 'archives:problem.noFolder')
    try {
      const noted = (done: Progress) => noteArchiveProgress(platform, 'regionArchive', id, done)
      await finishArchive(platform, id, asked.slug, await write(asked.slug, fileOf(id), noted))
      for (const old of await dropOldNightly(platform, asked.slug, kept)) await rm(fileOf(old), { force: true })
    } catch (error) {
      if (lastTry) await failArchive(platform, id, 'archives:problem.other')
      throw error
    }
  }

  async function makeCopy(platform: PlatformContext, id: string, lastTry: boolean): Promise<void> {
    const asked = await beginCopy(platform, id)
    if (!asked) return
    if (!urls || !folder) return failCopy(platform, id, 'archives:problem.noFolder')
    // All of a restore is one transaction: what stands there was made by this job before it was killed.
    if (await isMutedRegion(platform, asked.slug)) return finishCopy(platform, id, asked.slug)
    const telling = tellingOf((done) => noteArchiveProgress(platform, 'regionCopy', id, done))
    try {
      await restoreRegion({
        urls,
        file: fileOf(asked.archiveId),
        slug: asked.slug,
        hosts: () => asked.hosts,
        filesOf,
        progress: telling.progress,
      })
      await telling.settled()
      await finishCopy(platform, id, asked.slug)
    } catch (error) {
      const isFinal = error instanceof ArchiveRefused
      if (isFinal || lastTry)
        await failCopy(platform, id, isFinal ? 'archives:problem.broken' : 'archives:problem.other')
      if (!isFinal) throw error
    }
  }

  async function unmute(platform: PlatformContext, slug: string): Promise<void> {
    if (!urls) throw new Error('There is no owner’s login')
    const note = () =>
      inTransaction(platform, async (ctx) => {
        await record(ctx, { event: 'tenant.unmuted', subjectKind: 'tenant', subjectId: slug })
      })
    await letSpeak({ installation, urls }, slug, note)
  }

  return {
    /** What operators ask for that is done here. */
    events: new Set<string>(Object.values(archiveEvents)),
    follow: async (platform: PlatformContext, { event, subjectId }: Event): Promise<void> => {
      if (event === archiveEvents.asked) await enqueue({ kind: 'archive', id: subjectId })
      if (event === archiveEvents.copyAsked) await enqueue({ kind: 'copy', id: subjectId })
      if (event === archiveEvents.unmuteAsked) await unmute(platform, subjectId)
    },
    run: async (job: ArchiveJob, lastTry: boolean): Promise<void> => {
      if (job.kind === 'takeout') return makeTakeout(job.region, job.id, lastTry)
      const platform = installation.platformJob()
      const make = job.kind === 'archive' ? makeArchive : makeCopy
      await make(platform.ctx, job.id, lastTry).finally(platform.close)
    },
    /** Every night: one archive of each region that is at work. */
    everyNight: async (): Promise<void> => {
      if (!urls || !folder || kept === 0) return
      const platform = installation.platformJob()
      try {
        for (const tenant of await registry.all()) {
          const id = actsByItself(tenant) ? await openNightly(platform.ctx, tenant.slug) : undefined
          if (id) await enqueue({ kind: 'archive', id })
        }
      } finally {
        await platform.close()
      }
    },
  }
}

/** Notes progress once a second at most, one note after the other; a note that is lost is none that is missed. */
function tellingOf(note: (done: Progress) => Promise<void>) {
  let last = 0
  let running: Promise<unknown> = Promise.resolve()
  return {
    progress: (done: Progress) => {
      const now = performance.now()
      if (now - last < 1000) return
      last = now
      running = running.then(() => note(done)).catch(() => undefined)
    },
    settled: () => running,
  }
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
