import type { ErasureGround } from '#db/schema/file.ts'
import { eraseRows } from '#db/sql/erase.ts'
import type { TenantContext } from '#app/core/context.ts'
import { record } from '#app/core/journal.server.ts'
import { personalDigest } from '#app/core/personal-digest.server.ts'

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

interface Ground {
  /** Nobody in person, where a term was over. */
  readonly erasedBy: string | null
  readonly ground: ErasureGround
  readonly paper: string
}

/**
 * Empties these rows of `applicant` and all that leads to them, and leaves a tombstone, a line in the journal and digests of
 * each that had none. Belongs in the caller's transaction, which has asked who may and what is held. Returns what the persons
 * are known by where no key leads to them, such as an address of mail.
 */
export async function emptyApplicants(
  ctx: TenantContext,
  ids: readonly string[],
  { erasedBy, ground, paper }: Ground,
): Promise<string[]> {
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
      .values({ applicantId: person.id, erasedBy, ground, paper, erasedAt: ctx.clock.now() })
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
  await eraseRows(ctx.db, { applicants: ids, words: [] })
  const words = new Set(left.flatMap(({ iin, email, phone }) => [iin ?? '', email ?? '', phone ?? '']))
  return [...words].filter((word) => word !== '')
}
