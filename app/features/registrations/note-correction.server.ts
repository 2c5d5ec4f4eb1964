import { reviseAppeal, type AppealRow, type Revision } from '#app/features/appeals/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { personalDigest } from '#app/core/personal-digest.server.ts'

interface Why {
  /** In the words of who does it. */
  readonly ground: string
  readonly submissionKey: string
  readonly refs?: Readonly<Record<string, string>>
}

/**
 * Puts a registration right and keeps the act: who, on what ground, and each value before and after; the journal
 * has the hash of what stood there under the field's own name, of what stands there now under `<field>.after`. Belongs in the caller's
 * transaction on the locked appeal. How many fields it changed; with none there is no act.
 */
export async function noteCorrection(
  ctx: TenantContext,
  appeal: AppealRow,
  revision: Revision,
  { ground, submissionKey, refs = {} }: Why,
): Promise<number> {
  const revised = await reviseAppeal(ctx, appeal, revision)
  if (revised.length === 0) return 0
  const id = newId()
  await ctx.db
    .insertInto('correction')
    .values({
      id,
      appealId: appeal.id,
      madeBy: ctx.principal.kind === 'staff' ? ctx.principal.id : null,
      ground,
      submissionKey,
      createdAt: ctx.clock.now(),
    })
    .execute()
  await ctx.db
    .insertInto('correctionValue')
    .values(revised.map(({ field, former, present }) => ({ correctionId: id, field, former, present })))
    .execute()
  const digest = (field: string, value: string | null, name = field) =>
    value ? [[name, personalDigest(ctx.secret, appeal.applicantId, field, value)] as const] : []
  const digests = revised
    .filter(({ personal }) => personal)
    .flatMap(({ field, former, present }) => [...digest(field, former), ...digest(field, present, `${field}.after`)])
  await record(ctx, {
    event: 'appeal.corrected',
    subjectKind: 'appeal',
    subjectId: appeal.id,
    fields: revised.map(({ field }) => field),
    refs: { ...refs, correctionId: id },
    digests: Object.fromEntries(digests),
  })
  return revised.length
}
