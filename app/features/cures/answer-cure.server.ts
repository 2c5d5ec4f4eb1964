import {
  addInformationRow,
  getAppeal,
  hasLeft,
  mustBeOpenToPerson,
  touchAppeal,
  type Applicant,
  type AppealRow,
} from '#app/features/appeals/public.server.ts'
import { addDraftAttachments, draftLimits, removeDraftAttachment } from '#app/features/attachments/public.server.ts'
import { noteCorrection } from '#app/features/registrations/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound, Refusal } from '#app/core/errors.ts'
import type { FileLimits } from '#app/core/files.ts'
import type { SentForm } from '#app/core/http/multipart.server.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { Curable } from '#db/schema/registration.ts'
import { cureDraft } from './cure.ts'
import type { AnswerCure } from './cures.schema.server.ts'
import { findOpenCure } from './request-cure.server.ts'

/**
 * Takes what a person brings for an appeal that lacked it: values go where they belong, as a correction that keeps what
 * stood there; words and files are added to the appeal. Once, however often the same page is sent; late is better than
 * never. Throws NotFound, ForbiddenError, InvalidInput where something is still missing, Refusal where it is over.
 */
export function answerCure(ctx: TenantContext, appealId: string, input: AnswerCure): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { appeal, cure } = await lockForCure(ctx, appealId, input.cureId)
    if (cure.state === 'cured') return
    if (cure.state === 'cancelled') throw new Refusal('cures:error.ended')
    await mustBeOpenToPerson(ctx, 'cure', appeal, await hasLeft(ctx, appeal.id))
    const now = ctx.clock.now()
    await noteCorrection(
      ctx,
      appeal,
      { applicant: broughtOf(input, cure.missing) },
      {
        ground: '',
        submissionKey: cure.id,
        refs: { cureId: cure.id },
      },
    )
    const text = cure.missing.includes('essence') ? (input.text ?? '') : ''
    const { informationId, files } = await addInformationRow(ctx, appealId, text, cureDraft(cure.id))
    mustBeWhole(input, cure.missing, files)
    await ctx.db.updateTable('cure').set({ state: 'cured', settledAt: now }).where('id', '=', cure.id).execute()
    await touchAppeal(ctx, appeal)
    await record(ctx, {
      event: 'appeal.cured',
      subjectKind: 'appeal',
      subjectId: appealId,
      fields: cure.missing,
      refs: { cureId: cure.id, informationId },
      facts: { onTime: now <= cure.dueAt },
    })
  })
}

const ofApplicant = ['fullName', 'iin', 'bin', 'address', 'basis'] as const

/** Of what was typed, what was asked for: a form can bring no more. */
function broughtOf(input: AnswerCure, missing: readonly Curable[]): Partial<Applicant> {
  const brought = ofApplicant.flatMap((field) =>
    missing.includes(field) && input[field] !== null ? [[field, input[field]] as const] : [],
  )
  return Object.fromEntries(brought)
}

const missingMessages = {
  fullName: 'appeals:error.nameMissing',
  iin: 'cures:error.iinMissing',
  bin: 'cures:error.binMissing',
  address: 'appeals:error.addressMissing',
  basis: 'appeals:error.basisMissing',
} as const

/** Throws InvalidInput that names everything that was asked for and not brought. */
function mustBeWhole(input: AnswerCure, missing: readonly Curable[], files: number): void {
  const lacking = ofApplicant.filter((field) => missing.includes(field) && input[field] === null)
  const errors: Record<string, string> = Object.fromEntries(lacking.map((field) => [field, missingMessages[field]]))
  if (missing.includes('essence') && input.text === null) errors.text = 'appeals:error.textMissing'
  if (missing.includes('signature') && files === 0) errors.files = 'cures:error.signatureMissing'
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors)
}

/** An appeal with one of its cures, locked in the caller's transaction. Throws NotFound, ForbiddenError. */
async function lockForCure(ctx: TenantContext, appealId: string, cureId: string) {
  const appeal = await getAppeal(ctx, appealId, { lock: true })
  authorize(ctx.ability, 'cure', 'Appeal', appeal)
  const cure = await ctx.db
    .selectFrom('cure')
    .selectAll()
    .where('id', '=', cureId)
    .where('appealId', '=', appealId)
    .executeTakeFirst()
  if (!cure) throw new NotFound('Cure')
  return { appeal, cure }
}

/** The cure that an appeal's person may still bring files for. Throws NotFound, ForbiddenError, Refusal. */
async function awaited(ctx: TenantContext, appeal: AppealRow) {
  authorize(ctx.ability, 'cure', 'Appeal', appeal)
  await mustBeOpenToPerson(ctx, 'cure', appeal, await hasLeft(ctx, appeal.id))
  const cure = await findOpenCure(ctx, appeal.id)
  if (!cure) throw new Refusal('cures:error.ended')
  return cure
}

/** How many files may still come along. Throws NotFound, ForbiddenError, Refusal. */
export async function allowCureFiles(ctx: TenantContext, appealId: string): Promise<FileLimits> {
  const cure = await awaited(ctx, await getAppeal(ctx, appealId))
  return draftLimits(ctx, cureDraft(cure.id))
}

/** Keeps files until the page is sent. Throws NotFound, ForbiddenError, Refusal, InvalidInput. */
export async function keepCureFiles(ctx: TenantContext, appealId: string, sent: SentForm): Promise<void> {
  const { id } = await awaited(ctx, await getAppeal(ctx, appealId))
  await addDraftAttachments(ctx, cureDraft(id), sent, hold(appealId, id))
}

/** Takes one of them out again. Throws NotFound, ForbiddenError, Refusal. */
export async function removeCureFile(ctx: TenantContext, appealId: string, attachmentId: string): Promise<void> {
  const { id } = await awaited(ctx, await getAppeal(ctx, appealId))
  await removeDraftAttachment(ctx, cureDraft(id), attachmentId, hold(appealId, id))
}

const hold = (appealId: string, cureId: string) => async (ctx: TenantContext) =>
  (await lockForCure(ctx, appealId, cureId)).cure.state === 'open'
