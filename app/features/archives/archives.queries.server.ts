import { authorize } from '#app/core/access/authorize.ts'
import type { PlatformContext } from '#app/core/context.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { sizeInWords } from '#app/core/i18n/sizes.ts'

const zone = 'Asia/Almaty'
const mostShown = 15

/** A region's archives and the copies that were made of them, the newest first. Throws ForbiddenError. */
export async function listArchives(ctx: PlatformContext, slug: string) {
  authorize(ctx.ability, 'archive', 'Region')
  const archives = await ctx.db
    .selectFrom('regionArchive')
    .leftJoin('platformPerson', 'platformPerson.id', 'regionArchive.askedBy')
    .select(['regionArchive.id', 'state', 'parts', 'ofParts', 'bytes', 'sha256', 'missingFiles', 'problem', 'doneAt'])
    .select(['regionArchive.createdAt', 'fullName as askedBy'])
    .where('slug', '=', slug)
    .orderBy('regionArchive.id', 'desc')
    .limit(mostShown)
    .execute()
  const copies = await ctx.db
    .selectFrom('regionCopy')
    .innerJoin('regionArchive', 'regionArchive.id', 'regionCopy.archiveId')
    .select(['regionCopy.id', 'regionCopy.slug', 'regionCopy.state', 'regionCopy.parts', 'regionCopy.ofParts'])
    .select(['regionCopy.problem', 'regionCopy.createdAt'])
    .where('regionArchive.slug', '=', slug)
    .orderBy('regionCopy.id', 'desc')
    .limit(mostShown)
    .execute()
  const isWaiting = [...archives, ...copies].some(({ state }) => state === 'asked' || state === 'working')
  return {
    isWaiting,
    archives: archives.map(({ bytes, createdAt, doneAt, problem, missingFiles, ...rest }) => ({
      ...rest,
      missingFiles: missingFiles ?? 0,
      at: formatMoment(doneAt ?? createdAt, zone),
      size: bytes === null ? null : sizeInWords(ctx, bytes),
      problem: problem && ctx.t(problem),
    })),
    copies: copies.map(({ createdAt, problem, ...rest }) => ({
      ...rest,
      at: formatMoment(createdAt, zone),
      problem: problem && ctx.t(problem),
    })),
  }
}

export type ArchiveList = Awaited<ReturnType<typeof listArchives>>
