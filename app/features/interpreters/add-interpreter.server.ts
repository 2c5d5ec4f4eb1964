import { lastPosition } from '#app/core/changes/ordered.server.ts'
import { makeChange } from '#app/core/changes/make-change.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { interpreterRows } from './interpreter-rows.server.ts'
import type { AddInterpreter } from './interpreters.schema.ts'

/** Adds an interpreter at the end of the order. The change's id. */
export function addInterpreter(ctx: TenantContext, input: AddInterpreter): Promise<string | undefined> {
  return makeChange(ctx, { event: 'interpreter.added', may: 'Interpreter', input }, async (ctx, change) => {
    const { submissionKey: _form, ...interpreter } = input
    const all = await ctx.db.selectFrom('interpreter').select('position').execute()
    const id = newId()
    await change.insert(interpreterRows, {
      id,
      ...interpreter,
      position: lastPosition(all),
      retiredAt: null,
      version: 1,
    })
    return { kind: 'interpreter', id }
  })
}
