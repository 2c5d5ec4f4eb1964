import { createHash } from 'node:crypto'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { NotFound } from '#app/core/errors.ts'
import type { FileStore } from '#app/core/files.ts'
import { newId } from '#app/core/ids.ts'
import { isFileId, makeFolder, mustBeRegion, receive } from './incoming.server.ts'
import { bucketOf, openRequests, StoreRefusal, type Ask } from './s3-requests.server.ts'

/**
 * Files in a bucket that speaks S3, under `<schema>/<id>`. `address` is `https://key:secret@host/bucket?region=name`;
 * `folder` is where this machine holds what is coming in. No object is ever public: they are read through us alone.
 */
export function openS3Files(address: string, folder: string): (schema: string) => FileStore {
  const ask = openRequests(bucketOf(address))
  return (schema) => {
    mustBeRegion(schema)
    return openRegionFiles(ask, `${schema}/`, path.resolve(folder, schema, 'coming'))
  }
}

function openRegionFiles(ask: Ask, prefix: string, coming: string): FileStore {
  const keyOf = (id: string) => {
    if (!isFileId(id)) throw new NotFound('File')
    return prefix + id
  }
  const forget = async (id: string) => void (await text(await ask({ method: 'DELETE', key: keyOf(id) })))

  return {
    openUpload: async () => {
      await makeFolder(coming)
      return { receive: (chunks, most) => receive(path.join(coming, newId()), chunks, most) }
    },

    put: async (id, content) => {
      const key = keyOf(id)
      await makeFolder(coming)
      const hash = createHash('sha256')
      const measured = async function* () {
        for await (const chunk of content as AsyncIterable<Buffer | string>) {
          const bytes = Buffer.from(chunk)
          hash.update(bytes)
          yield bytes
        }
      }
      // Its length and hash are signed, so it is held here until they are known: what breaks off was never begun there.
      const held = await receive(path.join(coming, newId()), measured(), Infinity)
      try {
        const kept = { bytes: held.bytes, sha256: hash.digest('hex') }
        await text(await ask({ method: 'PUT', key, body: { ...kept, open: () => held.read() } }))
        return kept
      } finally {
        await held.drop()
      }
    },

    read: (id) =>
      Promise.resolve()
        .then(() => ask({ method: 'GET', key: keyOf(id) }))
        .catch((error: unknown) => {
          throw error instanceof StoreRefusal && error.code === 'NoSuchKey' ? new NotFound('File') : error
        }),

    remove: async (id) => forget(id),

    sweep: async (before, known) => {
      let removed = 0
      for await (const page of pagesOf(ask, prefix)) {
        const old = page.filter(({ at }) => at < before).map(({ id }) => id)
        if (old.length === 0) continue
        const wanted = await known(old)
        for (const id of old) {
          if (wanted.has(id)) continue
          await forget(id)
          removed += 1
        }
      }
      return removed
    },
  }
}

/** The files of one region, a page at a time. */
async function* pagesOf(ask: Ask, prefix: string): AsyncGenerator<{ id: string; at: Date }[]> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const query: Record<string, string> = { 'list-type': '2', 'max-keys': '500', prefix }
    if (after) query['continuation-token'] = after
    const list = await text(await ask({ method: 'GET', query }))
    const entries = list.matchAll(/<Contents>.*?<\/Contents>/gs)
    yield [...entries].flatMap(([entry]) => {
      const key = valueOf(entry, 'Key') ?? ''
      const id = key.slice(prefix.length)
      return key.startsWith(prefix) && isFileId(id) ? [{ id, at: new Date(valueOf(entry, 'LastModified') ?? '') }] : []
    })
    after = valueOf(list, 'NextContinuationToken')
  }
}

/** The text of an element; a token may hold signs that XML writes in its own way. */
function valueOf(xml: string, element: string): string | undefined {
  const found = new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1]
  return found
    ?.replace(/&#x([0-9a-f]+);|&#(\d+);/gi, (_, hex: string, code: string) =>
      String.fromCodePoint(hex ? parseInt(hex, 16) : Number(code)),
    )
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
