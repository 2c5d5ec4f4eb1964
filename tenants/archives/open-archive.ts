import { text } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { ArchiveRefused, parseManifest, partOf, sha256Of, type Manifest } from './manifest.ts'

/** An archive that is read part by part, in whatever order. */
export interface OpenArchive {
  readonly manifest: Manifest
  /** Throws ArchiveRefused for a part that is not there. */
  part(name: string): Promise<Readable>
  close(): void
}

/** Manifests of a million files stay below this; a small file can unfold to anything. */
const mostManifest = 512_000_000

/** Opens an archive and reads its manifest. Throws ArchiveRefused for what is none, or is cut off. */
export async function openArchive(file: string): Promise<OpenArchive> {
  const zip = await openZip(file)
  try {
    const entries = new Map<string, Entry>()
    await readEntries(zip, entries).catch(damaged('its list of parts'))
    const part = async (name: string): Promise<Readable> => {
      const entry = entries.get(name)
      if (!entry) throw new ArchiveRefused(`The archive is damaged: ${name} is missing`)
      return Readable.from(contentOf(zip, entry), { objectMode: false })
    }
    if ((entries.get(partOf.manifest)?.uncompressedSize ?? 0) > mostManifest)
      throw new ArchiveRefused('The archive is damaged: its manifest is too long')
    const manifest = await text(await part(partOf.manifest)).catch(damaged(partOf.manifest))
    if (sha256Of(manifest) !== zip.comment)
      throw new ArchiveRefused('The archive is damaged: its manifest is not what was written')
    return { manifest: parseManifest(manifest), part, close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function openZip(file: string): Promise<ZipFile> {
  return openPromise(file, { autoClose: false }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new ArchiveRefused(`There is no file ${file}`)
    throw new ArchiveRefused(`${file} is no archive of a region, or is cut off: ${error.message}`)
  })
}

async function readEntries(zip: ZipFile, entries: Map<string, Entry>): Promise<void> {
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
}

/** The bytes of a part; what does not unpack is said as what it is, whoever reads. */
async function* contentOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) yield chunk as Buffer
  } catch (error) {
    damaged(entry.fileName)(error)
  }
}

const damaged = (name: string) => (error: unknown) => {
  if (error instanceof ArchiveRefused) throw error
  throw new ArchiveRefused(`The archive is damaged: ${name}: ${error instanceof Error ? error.message : ''}`)
}
