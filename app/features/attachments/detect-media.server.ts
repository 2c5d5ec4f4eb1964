import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { mediaKinds, type MediaKind } from './media.ts'
import { zipEntries, type ReadRange, type ZipEntry } from './zip.ts'

/** Why a file is not taken: the last part of its message's key. */
export type Unwanted = 'empty' | 'heic' | 'video' | 'archive' | 'macro' | 'type'

/** What a file is by its bytes; what it is called and what the browser says of it count for nothing. */
export type Detected = { readonly kind: MediaKind } | { readonly unwanted: Unwanted }

interface Content {
  readonly bytes: number
  read(start?: number, end?: number): Readable
}

/** An office document of 20 MB holds pictures, which hardly shrink; this many bytes are no document. */
const mostUnpacked = 300_000_000
/** Text of tables shrinks a hundredfold at most; a bomb a thousandfold. */
const mostShrunk = 200

const latin = (head: Buffer, start: number, end: number) => head.toString('latin1', start, end)

export async function detectMedia(content: Content): Promise<Detected> {
  if (content.bytes === 0) return { unwanted: 'empty' }
  const read: ReadRange = (start, end) => buffer(content.read(start, end))
  const head = await read(0, Math.min(content.bytes, 128))
  const kind = photoOf(head)
  if (kind) return { kind }
  if (latin(head, 4, 8) === 'ftyp')
    return { unwanted: /^(hei|hev|mif|msf)/.test(latin(head, 8, 12)) ? 'heic' : 'video' }
  if (latin(head, 0, 5) === '%PDF-') {
    const tail = await read(Math.max(0, content.bytes - 1024), content.bytes)
    return tail.includes('%%EOF') ? { kind: 'pdf' } : { unwanted: 'type' }
  }
  if (latin(head, 0, 4) === 'PK\x03\x04') return officeOf(head, await zipEntries(content.bytes, read))
  return (await isPlainText(content.read())) ? { kind: 'txt' } : { unwanted: 'type' }
}

function photoOf(head: Buffer): MediaKind | undefined {
  if (latin(head, 0, 3) === '\xff\xd8\xff') return 'jpeg'
  if (latin(head, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (latin(head, 0, 4) === 'RIFF' && latin(head, 8, 12) === 'WEBP') return 'webp'
  if (/^GIF8[79]a$/.test(latin(head, 0, 6))) return 'gif'
  return undefined
}

function officeOf(head: Buffer, entries: ZipEntry[] | undefined): Detected {
  if (!entries) return { unwanted: 'type' }
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0)
  const isBomb = unpacked > mostUnpacked || unpacked > 1_000_000 + packed * mostShrunk
  if (isBomb || entries.some(({ encrypted }) => encrypted)) return { unwanted: 'archive' }
  const names = new Set(entries.map(({ name }) => name))
  if ([...names].some((name) => /vbaProject\.bin$|^(Basic|Scripts)\//i.test(name))) return { unwanted: 'macro' }
  if (names.has('[Content_Types].xml')) {
    if (names.has('word/document.xml')) return { kind: 'docx' }
    if (names.has('xl/workbook.xml')) return { kind: 'xlsx' }
  }
  // An OpenDocument file says what it is in its first entry, unpacked, right after the entry's own head.
  if (latin(head, 30, 81) === `mimetype${mediaKinds.odt.type}PK\x03\x04` && names.has('content.xml'))
    return { kind: 'odt' }
  return { unwanted: 'archive' }
}

// eslint-disable-next-line no-control-regex
const controlCharacters = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufffe\uffff]/
/** What a browser or a shell would run rather than read. */
const beginning = /^\s*(<|#!|%!)/
const tag = /<[\s/]{0,4}(script|html|svg|iframe|object|embed|body|head|style|meta|link|img|!doctype|\?\w)/i

/** Whether it is a text in UTF-8 that is neither markup nor a script. */
async function isPlainText(content: Readable): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let before: string | undefined
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      const text = decoder.decode(chunk, { stream: true })
      // A tag may stand on the border of two chunks.
      const seen = (before ?? '') + text
      if (before === undefined && beginning.test(text)) return false
      if (controlCharacters.test(text) || tag.test(seen)) return false
      before = seen.slice(-20)
    }
    decoder.decode()
    return true
  } catch {
    return false
  }
}
