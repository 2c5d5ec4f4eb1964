import { Readable } from 'node:stream'
import type { TenantContext } from '#app/core/context.ts'
import { openAttachment, openSharedAttachment } from './attachments.queries.server.ts'
import { mediaOfType } from './media.ts'

/**
 * A file as a browser may have it: a photograph is shown, anything else is saved, and neither may run or load anything.
 * (Chromium shows no PDF in a sandbox, so a PDF is saved too.) Throws NotFound.
 */
export async function attachmentResponse(ctx: TenantContext, appealId: string, attachmentId: string) {
  return fileResponse(await openAttachment(ctx, appealId, attachmentId))
}

/** The same for a body without accounts, of what goes along with its share. Throws NotFound. */
export const sharedAttachmentResponse = async (ctx: TenantContext, assignmentId: string, attachmentId: string) =>
  fileResponse(await openSharedAttachment(ctx, assignmentId, attachmentId))

function fileResponse({ name, mediaType, bytes, content }: Awaited<ReturnType<typeof openAttachment>>): Response {
  const isPhoto = mediaOfType(mediaType)?.photo !== undefined
  return new Response(Readable.toWeb(content) as unknown as BodyInit, {
    headers: {
      'Content-Type': mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType,
      'Content-Length': String(bytes),
      'Content-Disposition': `${isPhoto ? 'inline' : 'attachment'}; ${nameOf(name)}`,
      // The browser's own page around a picture has styles.
      'Content-Security-Policy': `sandbox; default-src 'none'${isPhoto ? `; style-src 'unsafe-inline'` : ''}`,
      // A shared computer keeps nothing of it; and no proxy recodes it.
      'Cache-Control': 'private, no-store, no-transform',
    },
  })
}

/** RFC 5987, with a name in ASCII for what does not know it. */
function nameOf(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `filename="${ascii}"; filename*=UTF-8''${encoded}`
}
