import { eraseRows, personalFiles } from '#db/sql/erase.ts'
import { listHeld } from '#app/features/holds/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { listBrought } from './brought.queries.server.ts'
import { emptyApplicants } from './empty-applicants.server.ts'
import type { EraseApplicant } from './erasures.schema.ts'
import { sameApplicants } from './same-person.server.ts'

/**
 * Empties what the region keeps of a person, in all that the person brought: values, texts, files; of what they only signed
 * their own name and contacts, and nobody else's words. Numbers, dates, kinds and figures stay, and a tombstone. All of it in
 * one transaction; the files go after it, by `removeErasedFiles`. Doing it again changes nothing. Where a legal hold stands
 * against it, `held`: nothing is emptied, and the request is noted. Throws NotFound, ForbiddenError, Refusal while an appeal
 * of the person is open.
 */
export function eraseApplicant(
  ctx: TenantContext,
  { applicantId, ground, paper }: EraseApplicant,
): Promise<'erased' | 'held'> {
  return inTransaction(ctx, async (ctx) => {
    // Asked first: nobody else is told whether there is such a person.
    authorize(ctx.ability, 'erase', 'Applicant')
    const ids = await sameApplicants(ctx, applicantId, { lock: true })
    if (ids.length === 0) throw new NotFound('Applicant')
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    const staffId = ctx.principal.id
    const appeals = await listBrought(ctx, ids, { lock: true })
    const holdId = await holdAgainst(ctx, ids)
    if (holdId) {
      await noteRefusal(ctx, { applicantId, ground, paper, holdId, refusedBy: staffId })
      return 'held'
    }
    // Waited for above: none is answered to nobody.
    const open = appeals.filter((appeal) => appeal.open).map(({ number }) => number)
    if (open.length > 0) throw new Refusal('erasures:error.open', { numbers: open.join(', ') })
    const words = await emptyApplicants(ctx, ids, { erasedBy: staffId, ground, paper })
    // A draft of another appeal leads to nobody, but says who writes it.
    await eraseRows(ctx.db, { applicants: [], words })
    return 'erased'
  })
}

/** The hold that stands against emptying one of these persons. */
export async function holdAgainst(ctx: TenantContext, applicantIds: readonly string[]): Promise<string | undefined> {
  const { applicants } = await listHeld(ctx)
  return applicantIds.flatMap((id) => applicants.get(id) ?? [])[0]
}

interface RefusedRequest extends Pick<EraseApplicant, 'applicantId' | 'ground' | 'paper'> {
  readonly holdId: string
  readonly refusedBy: string
}

/** Keeps that somebody asked; the same paper once. */
async function noteRefusal(ctx: TenantContext, request: RefusedRequest): Promise<void> {
  const { applicantId, paper, holdId } = request
  const known = await ctx.db
    .selectFrom('erasureRefusal')
    .select('id')
    .where('applicantId', '=', applicantId)
    .where('holdId', '=', holdId)
    .where('paper', '=', paper)
    .executeTakeFirst()
  if (known) return
  await ctx.db
    .insertInto('erasureRefusal')
    .values({ id: newId(), ...request, refusedAt: ctx.clock.now() })
    .execute()
  await record(ctx, {
    event: 'applicant.erasureRefused',
    subjectKind: 'applicant',
    subjectId: applicantId,
    fields: ['paper'],
    refs: { holdId },
  })
}

/** Removes the files of a person who was erased. For the worker; doing it again goes on where it was cut off. */
export async function removeErasedFiles(ctx: TenantContext, applicantId: string): Promise<void> {
  const erased = await ctx.db
    .selectFrom('erasure')
    .select('applicantId')
    .where('applicantId', '=', applicantId)
    .executeTakeFirst()
  if (!erased) return
  for (const key of await personalFiles(ctx.db, [applicantId])) await ctx.files.remove(key)
}
