import { getDeskActs } from '#app/features/acts/acts.queries.server.ts'
import { getDeskAppeal } from '#app/features/appeals/desk-appeal.queries.server.ts'
import { getRecipients } from '#app/features/appeals/recipients.queries.server.ts'
import { getDeskCures } from '#app/features/cures/cures.queries.server.ts'
import { checkAnswer } from '#app/features/letters/check-answer.server.ts'
import { getCosigners } from '#app/features/cosigners/cosigners.queries.server.ts'
import { getHolds } from '#app/features/holds/holds.queries.server.ts'
import { getDuplicates } from '#app/features/duplicates/duplicates.queries.server.ts'
import { listLetters } from '#app/features/letters/letters.queries.server.ts'
import { listNotices } from '#app/features/notices/notices.queries.server.ts'
import { getDeskRating } from '#app/features/ratings/ratings.queries.server.ts'
import { getIntake } from '#app/features/registrations/correction.queries.server.ts'
import { suggestRouting } from '#app/features/routing/suggest.queries.server.ts'
import { listTemplates } from '#app/features/templates/templates.queries.server.ts'
import { getTranslations } from '#app/features/translations/translations.queries.server.ts'
import type { TenantContext } from '#app/core/context.ts'

/**
 * An appeal as its desk page shows it, with what each feature knows of it and of which the reader may do what. Throws
 * NotFound, and where somebody else's as well.
 */
export async function readAtDesk(ctx: TenantContext, appealId: string) {
  const appeal = await getDeskAppeal(ctx, appealId)
  const { can, draft } = appeal
  const writes = can.draft === 'yes'
  // What a co-executor writes is for the lead, and goes through no gate.
  const isChecked = appeal.own?.role !== 'co' && (writes || can.sign === 'yes')
  return {
    title: `${ctx.t('appeals:tracked.title')} ${appeal.number}`,
    appeal,
    intake: await getIntake(ctx, appealId),
    cures: await getDeskCures(ctx, appealId),
    letters: await listLetters(ctx, appealId),
    cosigners: await getCosigners(ctx, appealId),
    duplicates: await getDuplicates(ctx, appealId),
    holds: await getHolds(ctx, appealId),
    acts: await getDeskActs(ctx, appealId),
    translations: await getTranslations(ctx, appeal),
    rating: await getDeskRating(ctx, appealId),
    templates: writes ? await listTemplates(ctx, appeal) : [],
    checks: isChecked && draft?.text ? await checkAnswer(ctx, appeal, draft.text) : undefined,
    notices: await listNotices(ctx, await getRecipients(ctx, appealId)),
    routing: can.classify === 'yes' ? await suggestRouting(ctx, appealId) : undefined,
  }
}
