import { buffer } from 'node:stream/consumers'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'

/** An emblem of the region, today's or a former one, for anybody. Throws NotFound. Not inside a transaction. */
export async function openEmblem({ db, files }: TenantContext, id: string) {
  const row = await db.selectFrom('emblem').select(['id', 'bytes']).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('Emblem')
  return { bytes: row.bytes, content: await files.read(row.id) }
}

/** The same for a paper; undefined where the file is lost: a letter goes out all the same. Not inside a transaction. */
export async function readEmblem({ files }: TenantContext, id: string): Promise<Buffer | undefined> {
  try {
    return await buffer(await files.read(id))
  } catch (error) {
    if (error instanceof NotFound) return undefined
    throw error
  }
}
