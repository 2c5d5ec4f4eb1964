import type { Readable } from 'node:stream'

/** What an archive needs of a region's file store. */
export interface ArchivedFiles {
  /** Keeps `content` under `id`: all of it or nothing. */
  put(id: string, content: Readable): Promise<unknown>
  /** Throws an error called NotFound for a file that is not there. */
  read(id: string): Promise<Readable>
  remove(id: string): Promise<void>
}

/** The file, or undefined where the store has none. */
export async function readIfThere(files: ArchivedFiles, id: string): Promise<Readable | undefined> {
  return files.read(id).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'NotFound') return undefined
    throw error
  })
}
