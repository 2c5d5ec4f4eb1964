import { getRegisterImport, reportRows } from '#app/features/registers/imports.queries.server.ts'
import { formatOf } from '#app/features/registers/registers.schema.ts'
import { tableResponse } from '#app/features/registers/table-response.server.ts'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx, { importId = '' }, request) => {
  // Asked first: of another region's there is none.
  const { id } = await getRegisterImport(ctx, importId)
  return tableResponse(formatOf(new URL(request.url).searchParams), {
    name: 'register-report',
    sheet: ctx.t('registers:report.title'),
    ...reportRows(ctx, id),
  })
})
