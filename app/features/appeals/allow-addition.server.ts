import { draftLimits } from '#app/features/attachments/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import type { FileLimits } from '#app/core/files.ts'
import { getAppeal, type AppealRow } from './appeals.queries.server.ts'
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

/**
 * Locks an appeal for files that come or go under `draft` in the caller's transaction. False where what they belong to was
 * added already. Throws NotFound, ForbiddenError, Refusal.
 */
export async function holdAddition(ctx: TenantContext, appealId: string, draft: string): Promise<boolean> {
  return (await lockForAddition(ctx, appealId, draft)) !== undefined
}

/**
 * The appeal, locked; undefined where this `draft` was added to it already. Throws NotFound, ForbiddenError, Refusal where
 * it is closed.
 */
export async function lockForAddition(
  ctx: TenantContext,
  appealId: string,
  draft: string,
): Promise<AppealRow | undefined> {
  if (draft === '') throw new NotFound('Draft')
  const appeal = await getAppeal(ctx, appealId, { lock: true })
  authorize(ctx.ability, 'addInformation', 'Appeal', appeal)
  // Asked before whether it is open: what was added in time stays added when its answer got lost on the way.
  if (await wasAdded(ctx, appealId, draft)) return undefined
  await mustBeOpenToPerson(ctx, 'addInformation', appeal)
  return appeal
}

async function wasAdded({ db }: TenantContext, appealId: string, submissionKey: string): Promise<boolean> {
  const added = await db
    .selectFrom('appealInformation')
    .select('id')
    .where('submissionKey', '=', submissionKey)
    .where('appealId', '=', appealId)
    .executeTakeFirst()
  return added !== undefined
}
