import { redirect } from '@remix-run/node'
import { beginProviderSignIn } from '#app/features/accounts/begin-provider-sign-in.server.ts'
import { NotLetIn } from '#app/features/accounts/provider-problems.ts'
import { tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

/** A link, not a form: a browser keeps forms from leading to another site. */
export const loader = tenantLoader(async (ctx, _params, request, clientAddress) => {
  const next = new URL(request.url).searchParams.get('next') ?? undefined
  // The provider leads back to the first of a region's hosts, where the cookie must be too.
  if (new URL(request.url).hostname !== new URL(ctx.origin).hostname)
    return redirect(ctx.origin + paths.providerSignIn(next))
  try {
    const { door, headers } = await beginProviderSignIn(ctx, next, clientAddress)
    return redirect(door, { headers })
  } catch (error) {
    if (error instanceof NotLetIn) return redirect(paths.signInProblem(error.problem, next))
    throw error
  }
})
