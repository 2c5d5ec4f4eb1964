import type { Readable } from 'node:stream'

/** A file that came in and is not kept yet. It has no name on the disk: when the process dies, it is gone. */
export interface ReceivedFile {
  /** Its whole length, of what was cut off too. */
  readonly bytes: number
  /** It was longer than allowed, and nothing of it is there to be read. */
  readonly cut: boolean
  /** Bytes from `start` to before `end`; the whole file without them. May be called again. */
  read(start?: number, end?: number): Readable
  drop(): Promise<void>
}

/** A file as a form brought it. */
export interface SentFile extends ReceivedFile {
  readonly field: string
  /** As the browser told it: anything may stand here. */
  readonly name: string
}

/** How many files a form may bring, and how long each may be. */
export interface FileLimits {
  readonly most: number
  readonly bytes: number
}

/** What was kept: its length and its SHA-256 in hexadecimal digits. */
export interface KeptFile {
  readonly bytes: number
  readonly sha256: string
}

/** The files of one region. Keys are ids of ours, never what somebody typed. Not inside a transaction. */
export interface FileStore {
  /** Begins an upload. What it receives is read and dropped by the caller. */
  openUpload(): Promise<Upload>
  /** Keeps `content` under `id`: all of it, safe on the disk, or nothing. */
  put(id: string, content: Readable): Promise<KeptFile>
  /** Throws NotFound. */
  read(id: string): Promise<Readable>
  /** Removes the file if it is there. */
  remove(id: string): Promise<void>
  /** Removes what is older than `before` and not among `known`, and what cut-off writes left. How many it were. */
  sweep(before: Date, known: (ids: readonly string[]) => Promise<ReadonlySet<string>>): Promise<number>
}

export interface Upload {
  /** Takes one file, reading `chunks` to their end; past `most` bytes nothing of it is kept. */
  receive(chunks: AsyncIterable<Uint8Array>, most: number): Promise<ReceivedFile>
}
