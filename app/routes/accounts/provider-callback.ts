import { redirect } from '@remix-run/node'
import { enterByProvider } from '#app/features/accounts/enter-by-provider.server.ts'
import { NotLetIn } from '#app/features/accounts/provider-problems.ts'
import { tenantLoader } from '#app/core/http/routes.server.ts'
import { ownPath, paths } from '#app/core/paths.ts'

/** Where the region's provider sends people back to. */
export const loader = tenantLoader(async (ctx, _params, request, clientAddress) => {
  try {
    const { headers, codeWanted, next } = await enterByProvider(ctx, request, clientAddress)
    if (codeWanted) return redirect(paths.signInCode(next || undefined), { headers })
    return redirect(ownPath(next, paths.worklist()), { headers })
  } catch (error) {
    if (error instanceof NotLetIn) return redirect(paths.signInProblem(error.problem))
    throw error
  }
})
