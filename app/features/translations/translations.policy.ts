import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/**
 * Who may ask for a translation, and who may see and make one: colleagues of the bodies that have the appeal, and the
 * dispatcher. What a body still writes is for that body and the dispatcher alone.
 */
export const translationPolicy: Policy = (principal, allow) => {
  if (principal.kind !== 'staff') return
  const { agencyId } = principal
  if (permits(principal, 'translations.all')) {
    allow('askTranslation', 'Appeal')
    allow(['read', 'translate'], 'TranslationRequest')
  }
  if (permits(principal, 'translations.watch')) allow('read', 'TranslationRequest', { kind: 'appeal' })
  if (!agencyId || !permits(principal, 'translations.own')) return
  const own = { agencyIds: agencyId }
  allow('askTranslation', 'Appeal', own)
  allow(['read', 'translate'], 'TranslationRequest', { kind: 'appeal', ...own })
  allow(['read', 'translate'], 'TranslationRequest', { kind: 'draft', draftAgencyId: agencyId, ...own })
}
