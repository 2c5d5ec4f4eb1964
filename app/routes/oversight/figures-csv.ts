import { figuresCsv } from '#app/features/oversight/figures-csv.server.ts'
import { oversightQuery } from '#app/features/oversight/oversight-query.ts'
import { operatorLoader } from '#app/core/http/routes.server.ts'

export const loader = operatorLoader(async (ctx, _params, request) => {
  const csv = await figuresCsv(ctx, oversightQuery(new URL(request.url).searchParams))
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="figures.csv"',
      'Cache-Control': 'no-store',
    },
  })
})
