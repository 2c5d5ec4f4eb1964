import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, opendir, rename, rm, stat, unlink, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { NotFound } from '#app/core/errors.ts'
import type { FileStore, ReceivedFile } from '#app/core/files.ts'
import { newId } from '#app/core/ids.ts'

const schemaPattern = /^t_[a-z0-9_]{1,40}$/
const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Files on this machine's disk, or on one that all servers have mounted: `<folder>/<schema>/kept/<two digits>/<id>`. */
export function openDiskFiles(folder: string): (schema: string) => FileStore {
  return (schema) => {
    if (!schemaPattern.test(schema)) throw new Error('No region has such files')
    return openRegionFiles(path.resolve(folder, schema))
  }
}

function openRegionFiles(root: string): FileStore {
  const kept = path.join(root, 'kept')
  const coming = path.join(root, 'coming')
  const folderOf = (id: string) => {
    if (!idPattern.test(id)) throw new NotFound('File')
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

const makeFolder = (folder: string) => mkdir(folder, { recursive: true, mode: 0o700 })

/** Writes into a file that has lost its name already: whatever happens to us, the disk is given back. */
async function receive(file: string, chunks: AsyncIterable<Uint8Array>, most: number): Promise<ReceivedFile> {
  const handle = await open(file, 'wx+', 0o600)
  try {
    await unlink(file)
    let bytes = 0
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes <= most) await writeAll(handle, chunk)
    }
    const cut = bytes > most
    if (cut) await handle.truncate(0)
    return {
      bytes,
      cut,
      read: (start = 0, end = bytes) =>
        // Node's `end` is the last byte; a range of none would be read as one of everything.
        createReadStream('', { fd: handle, autoClose: false, start, end: Math.max(start, end - 1) }),
      drop: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.length; ) {
    const { bytesWritten } = await handle.write(chunk, written)
    written += bytesWritten
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
