import { redirect } from '@remix-run/node'
import { anyLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = anyLoader(async (ctx) =>
  redirect(ctx.world === 'tenant' ? paths.home(ctx.locale) : paths.regions()),
)
