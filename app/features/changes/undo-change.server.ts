import { authorize } from '#app/core/access/authorize.ts'
import type { ChangeForm } from '#app/core/changes/changes.schema.ts'
import { imageOf, isSame, makeChange, markUndone, type Change } from '#app/core/changes/make-change.server.ts'
import type { ChangeableRow } from '#app/core/changes/rows.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import type { RowImage } from '#db/schema/core.ts'
import { undoableRows } from './undoable.server.ts'

/**
 * Puts every row of a change back as it was, unless one of the values it set has been changed since. It is a change of
 * its own, which can be undone in turn. Throws NotFound, and Refusal that says what stands in the way.
 */
export function undoChange(ctx: TenantContext, id: string, input: ChangeForm): Promise<string | undefined> {
  const asked = { event: 'change.undone', may: 'Region', input: { ...input, id } } as const
  return makeChange(ctx, asked, async (ctx, change) => {
    const done = await ctx.db
      .selectFrom('adminChange')
      .selectAll()
      .where('id', '=', id)
      .where('subjectId', '!=', '')
      .forUpdate()
      .executeTakeFirst()
    if (!done) throw new NotFound('Change')
    if (!(await markUndone(ctx, id))) throw new Refusal('changes:error.undoneAlready')
    for (const image of done.images.rows.toReversed()) await restore(ctx, change, image)
    return { kind: done.subjectKind, id: done.subjectId, refs: { undoes: id } }
  })
}

/** What a person did not fill in, and others may change without standing in the way. */
const passing = new Set(['version', 'position', 'updatedAt'])

async function restore(ctx: TenantContext, change: Change, { table, id, before, after }: RowImage): Promise<void> {
  const rows = undoableRows(table)
  authorize(ctx.ability, 'configure', rows.subject)
  const [row] = await rows.lock(ctx, [id])
  if (!after) {
    if (row) throw new Refusal('changes:error.thereAgain')
    await change.insert(rows, before as unknown as ChangeableRow)
    return
  }
  if (!row) throw new Refusal('changes:error.goneSince')
  const now = imageOf(row)
  const judged = Object.keys(after).filter((field) => before || !passing.has(field))
  const differing = judged.filter((field) => !isSame(now[field], after[field]))
  if (differing.length > 0) {
    const fields = differing.map((field) => ctx.t(`changes:field.${field}`)).join(', ')
    throw new Refusal('changes:error.changedSince', { fields })
  }
  if (before) await change.update(rows, row, before as Partial<ChangeableRow>)
  else await change.remove(rows, row)
}
