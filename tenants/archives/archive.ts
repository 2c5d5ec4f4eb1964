import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { ZipFile } from 'yazl'
import { beginCopyOut, copyOut, tablesOf } from '#db/copy.ts'
import { asOwner } from '#db/migrate.ts'
import type { TenantStatus } from '#db/schema/control.ts'
import { ownership } from '#db/schema/ownership.ts'
import { readIfThere, type ArchivedFiles } from './files.ts'
import { archiveFormat, openMeter, partOf, sha256Of, type Manifest, type Measured } from './manifest.ts'

export interface ArchivePlan {
  readonly ownerUrl: string
  readonly slug: string
  /** The file to write. It stands there when it is whole; one of this name is replaced. */
  readonly file: string
  /** The files of the region, by its schema. */
  readonly filesOf: (schema: string) => ArchivedFiles
  /** See `Manifest.keyMark`. */
  readonly keyMark: string
  readonly now?: Date
  /** Told how far it is. */
  readonly progress?: (done: Progress) => void
}

/** How many parts of how many were written or read, and the bytes of them. */
export interface Progress {
  readonly parts: number
  readonly of: number
  readonly bytes: number
}

interface DirectoryLine {
  readonly schema: string
  readonly status: TenantStatus
  readonly nameKk: string
  readonly nameRu: string
  readonly nameEn: string
  readonly pack: string
  readonly createdAt: Date
  readonly population: number | null
}

/**
 * Writes a region into one file while it is read: every table as it stood at one moment, then the files that its rows speak
 * of. Residents and staff go on working. Throws RangeError for an unknown region; on any failure there is no new file.
 */
export async function archiveRegion(plan: ArchivePlan): Promise<Manifest> {
  const part = `${plan.file}.part`
  try {
    const manifest = await asOwner(plan.ownerUrl, (client) => writeArchive(client, plan, part))
    await rename(part, plan.file)
    return manifest
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

async function writeArchive(client: pg.Client, plan: ArchivePlan, part: string): Promise<Manifest> {
  const { slug, now = new Date(), progress = () => undefined } = plan
  const line = await directoryLine(client, slug)
  const packing = openPacking(part)
  try {
    await beginCopyOut(client, line.schema)
    const steps = await client.query<{ name: string }>(
      'select name from control.migration_ledger where scope = $1 order by name',
      [line.schema],
    )
    const [taken, leftOut] = split(await tablesOf(client, line.schema))
    const ids = await fileIds(client)
    let [parts, bytes] = [0, 0]
    const of = taken.length + ids.length
    const step = (more: number) => progress({ parts: ++parts, of, bytes: (bytes += more) })
    const tables: Manifest['tables'] = []
    for (const table of taken) {
      const { rows, counted } = copyOut(client, table)
      const measured = await packing.add(partOf.table(table.name), rows)
      tables.push({ name: table.name, columns: [...table.columns], rows: counted(), ...measured })
      step(measured.bytes)
    }
    await client.query('commit')
    const [files, missing]: [Manifest['files'], string[]] = [[], []]
    const store = plan.filesOf(line.schema)
    for (const id of ids) {
      const content = await readIfThere(store, id)
      // Photos and papers are packed already.
      const measured = content && (await packing.add(partOf.file(id), content, { compress: false }))
      if (measured) files.push({ id, ...measured })
      else missing.push(id)
      step(measured?.bytes ?? 0)
    }
    const { schema: _schema, population, createdAt, ...told } = line
    const region = { slug, ...told, population: population ?? 0, createdAt: createdAt.toISOString() }
    const manifest: Manifest = {
      format: archiveFormat,
      region,
      madeAt: now.toISOString(),
      keyMark: plan.keyMark,
      steps: steps.rows.map(({ name }) => name),
      tables,
      leftOut,
      files,
      missing,
    }
    await packing.finish(manifest)
    return manifest
  } catch (error) {
    await packing.giveUp()
    throw error
  }
}

async function directoryLine(client: pg.Client, slug: string): Promise<DirectoryLine> {
  const { rows } = await client.query<DirectoryLine>(
    `select t.schema_name as schema, t.status, t.name_kk as "nameKk", t.name_ru as "nameRu", t.name_en as "nameEn", t.pack,
        t.created_at as "createdAt", coalesce(r.population, t.population) as population
       from control.tenant t left join national.region r on r.slug = t.slug
      where t.slug = $1`,
    [slug],
  )
  const [line] = rows
  if (!line) throw new RangeError(`No region is called ${JSON.stringify(slug)}`)
  return line
}

/** Which tables go along, by their declarations; one that a later version has forgotten does too. */
function split(all: Awaited<ReturnType<typeof tablesOf>>) {
  const declared: Readonly<Record<string, { readonly archive: 'whole' | 'none' } | undefined>> = ownership.tenant
  const stays = ({ name }: { name: string }) => declared[name]?.archive === 'none'
  return [all.filter((table) => !stays(table)), all.filter(stays).map(({ name }) => name)] as const
}

/** Files that rows lay claim to: what people brought, and letters that were made. */
async function fileIds(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from attachment where state = 'kept' union all select id from answer_letter where state = 'kept' order by id`,
  )
  return rows.map(({ id }) => id)
}

/** A zip on the disk, one part after another. */
function openPacking(path: string) {
  const zip = new ZipFile()
  const output = createWriteStream(path, { mode: 0o600, flush: true })
  const written = pipeline(zip.outputStream as Readable, output)
  // Heard of by whoever waits for the next part.
  written.catch(() => undefined)
  const failing = new Promise<never>((_resolve, reject) => {
    zip.on('error', reject)
    written.catch(reject)
  })
  failing.catch(() => undefined)
  return {
    add: async (name: string, content: Readable, { compress = true } = {}): Promise<Measured> => {
      const { through, measured } = openMeter()
      const passed = pipeline(content, through)
      zip.addReadStream(through, name, { compress })
      await Promise.race([passed, failing])
      return measured()
    },
    finish: async (manifest: Manifest): Promise<void> => {
      const text = JSON.stringify(manifest, null, 1)
      zip.addBuffer(Buffer.from(text), partOf.manifest)
      zip.end({ comment: sha256Of(text), forceZip64Format: false })
      await Promise.race([written, failing])
    },
    giveUp: async (): Promise<void> => {
      output.destroy()
      await written.catch(() => undefined)
    },
  }
}
