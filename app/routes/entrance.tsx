import { redirect } from '@remix-run/node'
import { anyLoader } from '#app/core/http/routes.server.ts'
import type { AnyContext } from '#app/core/context.ts'
import { paths } from '#app/core/paths.ts'

export const loader = anyLoader(async (ctx) => redirect(homeOf(ctx)))

/** Where somebody begins: residents at their region's page, the platform's people at what their office is about. */
function homeOf(ctx: AnyContext): string {
  if (ctx.world === 'tenant') return paths.home(ctx.locale)
  if (ctx.principal.kind !== 'platform') return paths.signIn()
  return ctx.ability.can('read', 'NationalFigures') && ctx.ability.cannot('read', 'Region')
    ? paths.oversight()
    : paths.regions()
}

/** Never seen; with it a failure is the error page and not a line of JSON. */
export default function Entrance() {
  return null
}
