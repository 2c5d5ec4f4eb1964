import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { SignInNeeded } from '#app/core/errors.ts'
import { paths } from '#app/core/paths.ts'
import { doneActs, type Done } from './done.ts'
import { nextInList } from './worklist-page.queries.server.ts'
import { addressOf, worklistQuery } from './worklist.ts'

/** From which list an appeal was opened, and where it stood there; tidied, so that a link can lead nowhere else. */
export function placeOf(ctx: TenantContext, { url }: Request): { from: string | undefined; at: string | undefined } {
  if (ctx.principal.kind !== 'staff') throw new SignInNeeded()
  const given = new URL(url).searchParams
  const [from, at] = [given.get('from'), given.get('at')]
  const { roles } = ctx.principal
  if (from === null) return { from: undefined, at: undefined }
  return {
    from: new URLSearchParams(addressOf(worklistQuery(from, roles), pageOf(from, ctx))).toString(),
    at: worklistQuery(new URLSearchParams({ after: at ?? '' }), roles).after,
  }
}

const pageOf = (from: string, { principal }: TenantContext) => ({
  after: worklistQuery(from, principal.kind === 'staff' ? principal.roles : []).after,
})

/**
 * Where somebody goes who has done with an appeal: to the next one of the list it was opened from, to that list where
 * nothing is left in it, or back to the appeal where there was no list. What was done is told there.
 */
export async function afterwards(ctx: TenantContext, request: Request, appealId: string, act: Done): Promise<string> {
  const { from, at } = placeOf(ctx, request)
  const done = `${act}.${appealId}`
  if (from === undefined) return paths.appeal(appealId, { done })
  const next = await nextInList(ctx, appealId, from, at)
  if (next) return paths.appeal(next.id, { from, at: next.key, done })
  return paths.worklist({ ...Object.fromEntries(new URLSearchParams(from)), after: undefined, done })
}

/** The same appeal once more, from the same list, with what was done to it. */
export function backTo(ctx: TenantContext, request: Request, appealId: string, act: Done): string {
  return paths.appeal(appealId, { ...placeOf(ctx, request), done: `${act}.${appealId}` })
}

/** What the address says was done just now, with the number of the appeal where the asker may see it. */
export async function doneBefore(ctx: TenantContext, { url }: Request) {
  const [act, id = ''] = new URL(url).searchParams.get('done')?.split('.') ?? []
  const done = doneActs.find((known) => known === act)
  if (!done) return undefined
  const appeal = await ctx.db
    .selectFrom('appeal')
    .select('number')
    .where('id', '=', id)
    .where(accessible(ctx.ability, 'read', 'Appeal'))
    .executeTakeFirst()
  return appeal && { act: done, id, number: appeal.number ?? '' }
}
