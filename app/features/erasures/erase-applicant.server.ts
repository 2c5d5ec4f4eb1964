import { eraseRows, personalFiles } from '#db/sql/erase.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { personalDigest } from '#app/core/personal-digest.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { EraseApplicant } from './erasures.schema.ts'
import { listBrought } from './brought.queries.server.ts'
import { sameApplicants } from './same-person.server.ts'

/** What a person is known by; the journal keeps a digest of each, so that it can be shown later whose it was. */
const knownBy = [
  'fullName',
  'iin',
  'bin',
  'organisationName',
  'representedName',
  'basis',
  'country',
  'address',
  'email',
  'phone',
] as const

/**
 * Empties what the region keeps of a person, in all that the person brought: values, texts, files; of what they only signed
 * their own name and contacts, and nobody else's words. Numbers, dates, kinds and figures stay, and a tombstone. All of it in one transaction; the files go after it, by `removeErasedFiles`. Doing it
 * again changes nothing. Throws NotFound, ForbiddenError, Refusal while an appeal of the person is open.
 */
export function eraseApplicant(ctx: TenantContext, { applicantId, ground, paper }: EraseApplicant): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    // Asked first: nobody else is told whether there is such a person.
    authorize(ctx.ability, 'erase', 'Applicant')
    const ids = await sameApplicants(ctx, applicantId, { lock: true })
    if (ids.length === 0) throw new NotFound('Applicant')
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    await mustBeClosed(ctx, ids)
    const people = await ctx.db
      .selectFrom('applicant')
      .select(['id', ...knownBy])
      .where('id', 'in', ids)
      .execute()
    const erased = await ctx.db.selectFrom('erasure').select('applicantId').where('applicantId', 'in', ids).execute()
    const left = people.filter(({ id }) => !erased.some(({ applicantId }) => applicantId === id))
    for (const person of left) {
      await ctx.db
        .insertInto('erasure')
        .values({ applicantId: person.id, erasedBy: ctx.principal.id, ground, paper, erasedAt: ctx.clock.now() })
        .execute()
      const given = knownBy.flatMap((field) => (person[field] ? [[field, person[field]] as const] : []))
      await record(ctx, {
        event: 'applicant.erased',
        subjectKind: 'applicant',
        subjectId: person.id,
        fields: given.map(([field]) => field),
        digests: Object.fromEntries(
          given.map(([field, value]) => [field, personalDigest(ctx.secret, person.id, field, value)]),
        ),
      })
    }
    // A draft of another appeal leads to nobody, but says who writes it.
    const words = new Set(left.flatMap(({ iin, email, phone }) => [iin ?? '', email ?? '', phone ?? '']))
    await eraseRows(ctx.db, { applicants: ids, words: [...words].filter((word) => word !== '') })
  })
}

/** Waits for appeals that are being answered, so that none is answered to nobody. */
async function mustBeClosed(ctx: TenantContext, applicantIds: readonly string[]): Promise<void> {
  const appeals = await listBrought(ctx, applicantIds, { lock: true })
  const open = appeals.filter((appeal) => appeal.open).map(({ number }) => number)
  if (open.length > 0) throw new Refusal('erasures:error.open', { numbers: open.join(', ') })
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
