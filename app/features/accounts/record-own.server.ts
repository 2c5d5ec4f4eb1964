import type { PersonContext } from '#app/core/context.ts'
import { record, type Happening } from '#app/core/journal.server.ts'

type Own = Pick<Happening, 'event' | 'fields' | 'refs' | 'facts'>

/** Records what a person did to their own account, in their name, inside the caller's transaction. */
export async function recordOwn(ctx: PersonContext, happening: Own): Promise<void> {
  const { userId, person } = ctx.signedIn
  // While a second factor is due the principal is nobody; the deed is the person's all the same.
  const actor = { ...ctx, principal: person }
  await record(actor, { subjectKind: 'account', subjectId: userId, ...happening })
}
