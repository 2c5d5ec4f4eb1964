import { Readable } from 'node:stream'
import { makeBundle } from '#app/features/bundles/make-bundle.server.ts'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx, { appealId = '' }) => {
  const { name, content } = await makeBundle(ctx, appealId)
  return new Response(Readable.toWeb(content) as unknown as BodyInit, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Security-Policy': `sandbox; default-src 'none'`,
      'Cache-Control': 'private, no-store, no-transform',
    },
  })
})
