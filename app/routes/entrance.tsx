import { redirect } from '@remix-run/node'
import { anyLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = anyLoader(async (ctx) =>
  redirect(ctx.world === 'tenant' ? paths.home(ctx.locale) : paths.regions()),
)

/** Never seen; with it a failure is the error page and not a line of JSON. */
export default function Entrance() {
  return null
}
