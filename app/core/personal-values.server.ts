import type { TenantContext } from './context.ts'
import { newId } from './ids.ts'
import { record, type Happening } from './journal.server.ts'
import { personalDigest } from './personal-digest.server.ts'

type Values = Readonly<Record<string, string | null>>

/** Whose values a command changes, and what it makes of them; fields that stay as they are may be among them. */
export interface PersonalChange {
  readonly applicantId: string
  readonly before: Values
  readonly after: Values
}

/**
 * Records a command that changes personal values. The values stand in `personal_value`, which erasure empties; the journal
 * has the names of the fields, and of each value the hash salted by the applicant's id: of what stood there under the
 * field's own name, of what stands there now under `<field>.after`. Returns the event's id.
 */
export async function recordPersonal(
  ctx: TenantContext,
  happening: Omit<Happening, 'digests'>,
  { applicantId, before, after }: PersonalChange,
): Promise<string> {
  const changed = Object.keys(after).filter((field) => (before[field] ?? null) !== (after[field] ?? null))
  const digest = (field: string, value: string | null | undefined, name = field) =>
    value ? [[name, personalDigest(ctx.secret, applicantId, field, value)] as const] : []
  const digests = changed.flatMap((field) => [
    ...digest(field, before[field]),
    ...digest(field, after[field], `${field}.after`),
  ])
  const eventId = await record(ctx, {
    ...happening,
    fields: [...new Set([...(happening.fields ?? []), ...changed])],
    refs: { ...happening.refs, applicantId },
    digests: Object.fromEntries(digests),
  })
  if (changed.length === 0) return eventId
  await ctx.db
    .insertInto('personalValue')
    .values(
      changed.map((field) => ({
        id: newId(),
        eventId,
        applicantId,
        field,
        before: before[field] ?? null,
        after: after[field] ?? null,
      })),
    )
    .execute()
  return eventId
}
