import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { SignInNeeded } from '#app/core/errors.ts'
import { paths } from '#app/core/paths.ts'
import { doneActs, type Done } from './done.ts'

/** The longest address of a list that is carried along, characters. */
const longestList = 1000

/**
 * From which list an appeal was opened, and where it stood there. A list is what follows its page's address: such a link
 * can lead nowhere else.
 */
export function placeOf(ctx: TenantContext, { url }: Request): { from: string | undefined; at: string | undefined } {
  if (ctx.principal.kind !== 'staff') throw new SignInNeeded()
  const given = new URL(url).searchParams
  const [from, at] = [given.get('from'), given.get('at')]
  if (from === null) return { from: undefined, at: undefined }
  return {
    from: new URLSearchParams(from.slice(0, longestList)).toString(),
    at: at !== null && /^[\d-]{1,16}\.[0-9a-f-]{36}$/.test(at) ? at : undefined,
  }
}

/**
 * Where somebody goes who has done with an appeal: on in the list it was opened from, or back to the appeal where there was no
 * list. What was done is told there.
 */
export function afterwards(ctx: TenantContext, request: Request, appealId: string, act: Done): string {
  const { from, at } = placeOf(ctx, request)
  const done = `${act}.${appealId}`
  return from === undefined ? paths.appeal(appealId, { done }) : paths.nextAppeal({ from, at, after: appealId, done })
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
