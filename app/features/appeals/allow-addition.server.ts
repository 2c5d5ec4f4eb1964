import { draftLimits } from '#app/features/attachments/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import type { FileLimits } from '#app/core/files.ts'
import { getAppeal } from './appeals.queries.server.ts'
import { mustBeOpenToPerson } from './must-be-open.server.ts'

/**
 * How many files may be added to an appeal under `draft`. Asked before the first is read: who may add nothing sends nothing.
 * Throws NotFound, ForbiddenError, Refusal.
 */
export async function allowAddition(ctx: TenantContext, appealId: string, draft: string): Promise<FileLimits> {
  if (draft === '') throw new NotFound('Draft')
  const appeal = await getAppeal(ctx, appealId)
  authorize(ctx.ability, 'addInformation', 'Appeal', appeal)
  await mustBeOpenToPerson(ctx, 'addInformation', appeal)
  return draftLimits(ctx, draft)
}
