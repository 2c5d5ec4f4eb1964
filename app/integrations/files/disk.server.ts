import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, opendir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { NotFound } from '#app/core/errors.ts'
import type { FileStore } from '#app/core/files.ts'
import { newId } from '#app/core/ids.ts'
import { isFileId, makeFolder, mustBeRegion, receive } from './incoming.server.ts'

/** Files on this machine's disk, or on one that all servers have mounted: `<folder>/<schema>/kept/<two digits>/<id>`. */
export function openDiskFiles(folder: string): (schema: string) => FileStore {
  return (schema) => {
    mustBeRegion(schema)
    return openRegionFiles(path.resolve(folder, schema))
  }
}

function openRegionFiles(root: string): FileStore {
  const kept = path.join(root, 'kept')
  const coming = path.join(root, 'coming')
  const folderOf = (id: string) => {
    if (!isFileId(id)) throw new NotFound('File')
    // The last digits are random, the first ones a time: so files spread evenly.
    return path.join(kept, id.slice(-2))
  }
  const placeOf = (id: string) => path.join(folderOf(id), id)

  return {
    openUpload: async () => {
      await makeFolder(coming)
      return { receive: (chunks, most) => receive(path.join(coming, newId()), chunks, most) }
    },

    put: async (id, content) => {
      const folder = folderOf(id)
      await makeFolder(folder)
      await makeFolder(coming)
      const written = path.join(coming, `${id}-${newId()}`)
      const hash = createHash('sha256')
      let bytes = 0
      try {
        const measured = async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            hash.update(chunk)
            bytes += chunk.length
            yield chunk
          }
        }
        await pipeline(content, measured, createWriteStream(written, { flags: 'wx', mode: 0o600, flush: true }))
        await rename(written, path.join(folder, id))
        await syncFolder(folder)
      } catch (error) {
        await rm(written, { force: true })
        throw error
      }
      return { bytes, sha256: hash.digest('hex') }
    },

    read: async (id) => {
      const handle = await open(placeOf(id)).catch((error: unknown) => {
        throw isMissing(error) ? new NotFound('File') : error
      })
      return handle.createReadStream()
    },

    remove: (id) => rm(placeOf(id), { force: true }),

    sweep: async (before, known) => {
      let removed = 0
      for await (const { file } of oldFiles(coming, before)) {
        await rm(file, { force: true })
        removed += 1
      }
      for await (const batch of inBatches(oldFiles(kept, before), 500)) {
        const wanted = await known(batch.map(({ id }) => id))
        for (const { id, file } of batch) {
          if (wanted.has(id)) continue
          await rm(file, { force: true })
          removed += 1
        }
      }
      return removed
    },
  }
}

/** A renamed file is safe only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

async function* oldFiles(folder: string, before: Date): AsyncGenerator<{ id: string; file: string }> {
  const entries = await opendir(folder, { recursive: true }).catch(whenMissing)
  if (!entries) return
  for await (const entry of entries) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const facts = await stat(file).catch(whenMissing)
    if (facts && facts.mtime < before) yield { id: entry.name, file }
  }
}

async function* inBatches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

const isMissing = (error: unknown) => (error as { code?: unknown }).code === 'ENOENT'

function whenMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error
}
