import type { TenantContext } from '#app/core/context.ts'
import { localeNames } from '#app/core/i18n/locales.ts'
import { stepAt, type Step } from './timeline.ts'

const ends = {
  done: 'translationFinished',
  declined: 'translationDeclined',
  withdrawn: 'translationWithdrawn',
} as const

/** Which translations colleagues asked each other for, and what became of that; never the words. Oldest first of each. */
export async function listTranslationSteps(ctx: TenantContext, appealId: string, timeZone: string): Promise<Step[]> {
  const requests = await ctx.db
    .selectFrom('translationRequest')
    .innerJoin('staffMember as asker', 'asker.id', 'translationRequest.askedBy')
    .leftJoin('staffMember as closer', 'closer.id', 'translationRequest.closedBy')
    .select(['translationRequest.id', 'translationRequest.fromLanguage', 'translationRequest.toLanguage'])
    .select(['translationRequest.status', 'translationRequest.askedAt', 'translationRequest.closedAt'])
    .select(['asker.fullName as asker', 'closer.fullName as closer'])
    .where('translationRequest.appealId', '=', appealId)
    .orderBy('translationRequest.id')
    .execute()
  return requests.flatMap(({ id, fromLanguage, toLanguage, status, askedAt, closedAt, asker, closer }) => {
    const step = (key: string, event: Step['event'], at: Date, by: string): Step => ({
      id: key,
      event,
      at: stepAt(at, timeZone),
      agency: `${localeNames[fromLanguage]} → ${localeNames[toLanguage]}`,
      withdrawn: false,
      by,
    })
    return [
      step(id, 'translationAsked', askedAt, asker),
      ...(status !== 'open' && closedAt ? [step(`${id}-end`, ends[status], closedAt, closer ?? '')] : []),
    ]
  })
}
