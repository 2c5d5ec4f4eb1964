import type { TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { nobody } from './applicant-row.ts'

/** Somebody who signs an appeal that another person brings. */
export interface Signer {
  readonly fullName: string
  readonly iin: string | null
  readonly email: string | null
  readonly phone: string | null
}

/** Keeps who signs an appeal too, inside the caller's transaction; the id of the applicant's row. */
export async function addSigner(ctx: TenantContext, signer: Signer): Promise<string> {
  const id = newId()
  await ctx.db
    .insertInto('applicant')
    .values({ ...nobody, ...signer, id, kind: 'person', createdAt: ctx.clock.now() })
    .execute()
  return id
}

/** Lets the holders of these ids follow the life of an appeal, and nobody else but who brought it. */
export async function setFollowers({ db }: TenantContext, appealId: string, ids: readonly string[]): Promise<void> {
  await db
    .updateTable('appeal')
    .set({ followerIds: [...ids] })
    .where('id', '=', appealId)
    .execute()
}
