import { randomBytes } from 'node:crypto'
import { addSigner, appealAllows, lockAppeals, setFollowers } from '#app/features/appeals/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { mostCosigners } from './cosigner.ts'
import type { AddCosigner, NameCosigner } from './cosigners.schema.server.ts'

/**
 * Adds somebody who signed an open appeal too, as a list on paper says; once, however often the same page is sent. They are
 * told by whatever contact they gave. Nobody's page grows old by it: the matter stays the same.
 * Throws NotFound, ForbiddenError, Refusal where the appeal is closed or has too many people.
 */
export function addCosigner(ctx: TenantContext, appealId: string, input: AddCosigner): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const [appeal] = await lockAppeals(ctx, [appealId])
    if (!appeal) throw new NotFound('Appeal')
    authorize(ctx.ability, 'cosign', 'Appeal', appeal)
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    const cosigners = await ctx.db
      .selectFrom('cosigner')
      .select(['id', 'submissionKey'])
      .where('appealId', '=', appealId)
      .execute()
    if (cosigners.some(({ submissionKey }) => submissionKey === input.submissionKey)) return
    if (!appealAllows('cosign', appeal)) throw new Refusal('cosigners:error.closed')
    if (cosigners.length >= mostCosigners) throw new Refusal('cosigners:error.tooMany', { most: mostCosigners })
    const id = await add(ctx, appealId, input, { addedBy: ctx.principal.id, submissionKey: input.submissionKey })
    await setFollowers(ctx, appealId, [...appeal.followerIds, id])
  })
}

/**
 * Adds who was named while an appeal was written, in the transaction that registers it; each of them is told, with a way of
 * their own to its page and out of it.
 */
export async function nameCosigners(ctx: TenantContext, appealId: string, people: readonly NameCosigner[]) {
  const ids: string[] = []
  for (const person of people) ids.push(await add(ctx, appealId, person, { addedBy: null, submissionKey: newId() }))
  if (ids.length > 0) await setFollowers(ctx, appealId, ids)
}

async function add(
  ctx: TenantContext,
  appealId: string,
  { signerName, signerIin, signerEmail, signerPhone, signerLanguage }: NameCosigner,
  how: { readonly addedBy: string | null; readonly submissionKey: string },
): Promise<string> {
  const id = newId()
  const signer = { fullName: signerName, iin: signerIin, email: signerEmail, phone: signerPhone }
  const applicantId = await addSigner(ctx, signer)
  await ctx.db
    .insertInto('cosigner')
    .values({
      id,
      appealId,
      applicantId,
      language: signerLanguage,
      accessSalt: randomBytes(12).toString('base64url'),
      ...how,
      createdAt: ctx.clock.now(),
      leftAt: null,
      leftBy: null,
    })
    .execute()
  await record(ctx, {
    event: 'cosigner.added',
    subjectKind: 'cosigner',
    subjectId: id,
    fields: ['language', ...Object.entries(signer).flatMap(([field, value]) => (value ? [field] : []))],
    refs: { appealId, recipientId: applicantId },
  })
  return id
}
