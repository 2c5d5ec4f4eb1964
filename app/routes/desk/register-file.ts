import { giveRegister } from '#app/features/registers/give-register.server.ts'
import { askedRegister } from '#app/features/registers/registers.schema.ts'
import { tableResponse } from '#app/features/registers/table-response.server.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx, _params, request) => {
  const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  const today = wallClockParts(ctx.clock.now(), timeZone).day
  const { format, span } = askedRegister(new URL(request.url).searchParams, today)
  const table = await giveRegister(ctx, span, format)
  return tableResponse(format, {
    name: `register-${span.from}-${span.until}`,
    sheet: ctx.t('registers:page.title'),
    ...table,
  })
})
