import { intents, legalKinds } from '#app/features/appeals/public.server.ts'
import { draftLimits, listAttachments, sizeOf } from '#app/features/attachments/public.server.ts'
import { listCategoryChoices } from '#app/features/categories/public.server.ts'
import { servedChannels } from '#app/features/drafts/public.server.ts'
import { getRegion } from '#app/features/regions/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { registrarOf } from './register-appeal.server.ts'
import { registrationDraft } from './registration.ts'

/** What the page needs on which an appeal is registered: choices, the present moment, files kept under `key`. Throws ForbiddenError. */
export async function getNewRegistration(ctx: TenantContext, key: string) {
  authorize(ctx.ability, 'register', 'Appeal')
  const { timeZone } = await getRegion(ctx)
  const { day, time } = wallClockParts(ctx.clock.now(), timeZone)
  const draftId = registrationDraft(registrarOf(ctx).id, key)
  const { most, bytes } = await draftLimits(ctx, draftId)
  return {
    today: formatDay(day),
    time,
    intents: [...intents],
    legalKinds: [...legalKinds],
    categories: await listCategoryChoices(ctx),
    answerChannels: await servedChannels(ctx),
    files: await listAttachments(ctx, { draftId }),
    most,
    size: sizeOf(ctx, bytes),
  }
}

export type NewRegistration = Awaited<ReturnType<typeof getNewRegistration>>
