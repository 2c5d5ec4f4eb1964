import { mkdir, open, unlink, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ReceivedFile } from '#app/core/files.ts'

const schemaPattern = /^t_[a-z0-9_]{1,40}$/
const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Throws unless `schema` is a region's: nothing else has files. */
export function mustBeRegion(schema: string): void {
  if (!schemaPattern.test(schema)) throw new Error('No region has such files')
}

/** Whether a key is one of ours. */
export const isFileId = (id: string): boolean => idPattern.test(id)

export const makeFolder = (folder: string) => mkdir(folder, { recursive: true, mode: 0o700 })

/** Writes into a file that has lost its name already: whatever happens to us, the disk is given back. */
export async function receive(file: string, chunks: AsyncIterable<Uint8Array>, most: number): Promise<ReceivedFile> {
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
      // Not Node's own stream of a handle: given up half-way, it would close the handle and the file would be gone.
      read: (start = 0, end = bytes) => Readable.from(chunksOf(handle, start, end), { objectMode: false }),
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

async function* chunksOf(handle: FileHandle, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; ) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(Math.min(65_536, end - at)), 0, undefined, at)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    at += bytesRead
  }
}
