import { getBrandColour } from '#app/features/regions/regions.queries.server.ts'
import { tenantLoader } from '#app/core/http/routes.server.ts'
import { brandCss } from '#app/ui/contrast.ts'

export const loader = tenantLoader(async (ctx) => {
  const css = brandCss({ brand: await getBrandColour(ctx) })
  return new Response(css, {
    headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=60' },
  })
})
