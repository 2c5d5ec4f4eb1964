import { makeChange, mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { interpreterRows } from './interpreter-rows.server.ts'
import type { ChangeInterpreter } from './interpreters.schema.ts'

/** Changes what is known of an interpreter. Throws NotFound, Refusal for a form made from an older row. */
export function changeInterpreter(
  ctx: TenantContext,
  id: string,
  input: ChangeInterpreter,
): Promise<string | undefined> {
  return makeChange(ctx, { event: 'interpreter.changed', may: 'Interpreter', input }, async (ctx, change) => {
    const interpreter = await lockRow(ctx, interpreterRows, id)
    mustBeSameVersion(interpreter, input.version)
    const { submissionKey: _form, version: _version, ...patch } = input
    await change.update(interpreterRows, interpreter, patch)
    return { kind: 'interpreter', id }
  })
}
