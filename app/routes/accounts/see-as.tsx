import { redirect } from '@remix-run/node'
import { endSeeing } from '#app/features/roles/end-seeing.server.ts'
import { EndSeeing } from '#app/features/roles/roles.schema.ts'
import { NotFound } from '#app/core/errors.ts'
import { accountLoader, form, scriptAccountAction } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

/** Only a form ends it; whoever follows a link here is led home. */
export const loader = accountLoader(async () => redirect(paths.account()))

export const action = scriptAccountAction(
  form(EndSeeing, async (ctx) => {
    if (ctx.world !== 'tenant') throw new NotFound('Page')
    const { cookie, role } = await endSeeing(ctx)
    return redirect(role ? paths.role(role) : paths.account(), { headers: { 'Set-Cookie': cookie } })
  }),
)

/** Never seen; with it a failure is the error page and not a line of JSON. */
export default function SeeAs() {
  return null
}
