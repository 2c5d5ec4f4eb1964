import type { AnyContext } from '#app/core/context.ts'

/** Cookies that end this browser's session, or every session of the person. */
export function signOut(ctx: AnyContext, everywhere: boolean, request: Request): Promise<Headers> {
  return everywhere ? ctx.identity.signOutEverywhere(request.headers) : ctx.identity.signOut(request.headers)
}
