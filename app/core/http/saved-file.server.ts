import { Readable } from 'node:stream'

interface SavedFile {
  /** In ASCII, without quotation marks. */
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly content: Readable | Buffer
}

/** A paper of ours that a browser saves: it may run nothing, and a shared computer keeps no copy. */
export function savedFile({ name, mediaType, bytes, content }: SavedFile): Response {
  const body = content instanceof Readable ? (Readable.toWeb(content) as unknown as BodyInit) : new Uint8Array(content)
  return new Response(body, {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(bytes),
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Security-Policy': `sandbox; default-src 'none'`,
      'Cache-Control': 'private, no-store, no-transform',
    },
  })
}
