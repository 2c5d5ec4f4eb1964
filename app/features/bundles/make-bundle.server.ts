import { createHash } from 'node:crypto'
import { Readable, Transform } from 'node:stream'
import { bundleRows, type BundledRows } from '#db/sql/bundle.ts'
import { getAppeal } from '#app/features/appeals/public.server.ts'
import { letterName } from '#app/features/letters/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { csvOf } from '#app/core/tables/csv.ts'
import { zipOf, type ZipEntry } from '#app/core/tables/zip.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { writeJournal } from './journal-paper.server.ts'

/** A bundle that is made while it is read. */
interface Bundle {
  readonly name: string
  readonly content: Readable
}

/** What stands in the bundle, as its manifest lists it. */
interface Listed {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly note?: string
}

/** What belongs to the appeal and is not there, and why. */
interface Missing {
  readonly name: string
  readonly why: 'infected' | 'erased' | 'notMadeYet' | 'lost'
}

/** A file of the region's store that goes into the bundle, or why it does not. */
interface Stored {
  readonly key: string
  readonly path: string
  readonly packed: boolean
  readonly why: Missing['why'] | undefined
  readonly note?: string
}

/**
 * Everything of an appeal as one zip: its journal as a paper, every letter and file, every row that belongs to it, and a
 * manifest with the SHA-256 of each. That it was taken is written into the journal first. It is made at the pace at which it
 * is read, a file at a time. Throws NotFound, ForbiddenError.
 */
export async function makeBundle(ctx: TenantContext, appealId: string): Promise<Bundle> {
  const appeal = await getAppeal(ctx, appealId)
  authorize(ctx.ability, 'bundle', 'Appeal', appeal)
  await inTransaction(ctx, (ctx) =>
    record(ctx, { event: 'appeal.bundled', subjectKind: 'appeal', subjectId: appealId }),
  )
  const number = appeal.number ?? ''
  const tables = await bundleRows(ctx.db, appealId)
  const stored = [...(await lettersOf(ctx, tables)), ...filesOf(tables)]
  const paper = await writeJournal(ctx, appealId, tables)
  const at = ctx.clock.now()
  return {
    name: `appeal-${number}.zip`,
    content: zipOf(entriesOf(ctx, { number, tables, stored, paper, at })),
  }
}

type Row = BundledRows['rows'][number]
const rowsOf = (tables: readonly BundledRows[], table: string): readonly Row[] =>
  tables.find((one) => one.table === table)?.rows ?? []

async function lettersOf(ctx: TenantContext, tables: readonly BundledRows[]): Promise<Stored[]> {
  const letters: Stored[] = []
  for (const row of rowsOf(tables, 'answer_letter')) {
    const id = String(row.id)
    const name = await letterName(ctx, id)
    const why = row.state === 'erased' ? 'erased' : row.state === 'due' ? 'notMadeYet' : undefined
    letters.push({ key: id, path: `letters/${name}`, packed: false, why })
  }
  return letters
}

/** Numbered: two files may have one name. */
const filesOf = (tables: readonly BundledRows[]): Stored[] =>
  rowsOf(tables, 'attachment').map((row, at) => ({
    key: String(row.id),
    path: `files/${String(at + 1).padStart(3, '0')}-${String(row.name) || 'file'}`,
    packed: !String(row.mediaType).startsWith('text/'),
    why: row.state === 'erased' ? 'erased' : row.state === 'removed' ? 'infected' : undefined,
    ...(row.scan === 'clean' ? {} : { note: String(row.scan) }),
  }))

interface Parts {
  readonly number: string
  readonly tables: readonly BundledRows[]
  readonly stored: readonly Stored[]
  readonly paper: Buffer
  readonly at: Date
}

async function* entriesOf(ctx: TenantContext, parts: Parts): AsyncGenerator<ZipEntry> {
  const { number, tables, stored, paper, at } = parts
  const listed: Listed[] = []
  const missing: Missing[] = []
  const measured = (path: string, content: Readable | Buffer, note?: string): Readable => {
    const hash = createHash('sha256')
    let bytes = 0
    const source = Buffer.isBuffer(content) ? Readable.from([content], { objectMode: false }) : content
    const through = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        hash.update(chunk)
        bytes += chunk.length
        done(null, chunk)
      },
      flush: (done) => {
        listed.push({ path, bytes, sha256: hash.digest('hex'), ...(note ? { note } : {}) })
        done()
      },
    })
    source.on('error', (error) => through.destroy(error))
    through.on('close', () => source.destroy())
    return source.pipe(through)
  }
  yield entry(`journal-${number}.pdf`, paper)
  for (const { key, path, packed, why, note } of stored) {
    const content = why ? undefined : await ctx.files.read(key).catch(whenLost)
    if (content) yield { name: path, at, packed, content: measured(path, content, note) }
    else missing.push({ name: path, why: why ?? 'lost' })
  }
  for (const { table, rows } of tables) yield entry(`records/${table}.csv`, await tableFile(rows))
  const manifest = { number, madeAt: at.toISOString(), files: [...listed], missing }
  yield entry('manifest.json', Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`))
  // As `sha256sum --check` reads it.
  const sums = listed.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')
  yield { name: 'SHA256SUMS', at, content: Buffer.from(sums) }

  function entry(name: string, content: Buffer): ZipEntry {
    return { name, at, content: measured(name, content) }
  }
}

function whenLost(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error
}

async function tableFile(rows: readonly Row[]): Promise<Buffer> {
  const head = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = rows.map((row) => head.map((column) => written(row[column])))
  const pieces: string[] = []
  for await (const piece of csvOf([head, ...lines])) pieces.push(piece)
  return Buffer.from(pieces.join(''))
}

function written(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
