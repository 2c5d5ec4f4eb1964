import { Readable } from 'node:stream'
import { openEmblem } from '#app/features/regions/emblem.queries.server.ts'
import { tenantLoader } from '#app/core/http/routes.server.ts'

// A picture never changes under its address. It is shown, and may run or load nothing.
export const loader = tenantLoader(async (ctx, { emblemId = '' }) => {
  const { bytes, content } = await openEmblem(ctx, emblemId)
  return new Response(Readable.toWeb(content) as unknown as BodyInit, {
    headers: {
      'Content-Type': 'image/png',
      'Content-Length': String(bytes),
      'Content-Security-Policy': `sandbox; default-src 'none'; style-src 'unsafe-inline'`,
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  })
})
