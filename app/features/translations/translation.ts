import type { LocaleCode } from '#db/schema/vocabulary.ts'
import type { TranslationStatus } from '#db/schema/translation.ts'
import { localeCodes } from '#app/core/i18n/locales.ts'

/** The life of a request. What may be done in which state: buttons, commands and tests ask this table. */
const openTo = {
  finish: ['open'],
  decline: ['open'],
  withdraw: ['open'],
  take: ['done'],
} as const satisfies Record<string, readonly TranslationStatus[]>

type TranslationAct = keyof typeof openTo

/** Whether the life-cycle allows `act` now; who may do it is the policy's question. */
export function translationAllows(act: TranslationAct, { status }: { status: TranslationStatus }): boolean {
  return (openTo[act] as readonly TranslationStatus[]).includes(status)
}

/** The languages that a text in one may be translated into, or from. */
export const othersThan = (language: LocaleCode): LocaleCode[] => localeCodes.filter((code) => code !== language)

/**
 * An answer that begins with a translation of its draft: in the place of words that are still the ones that were
 * translated, which the request keeps, and below words that have changed since. Nothing that was written is lost.
 */
export function begunWith(draft: string, original: string, translation: string): string {
  const written = draft.trim()
  if (written === '' || written === original.trim()) return translation
  return written.includes(translation) ? written : `${written}\n\n${translation}`
}

/** Whole hours that a request has waited. */
export const hoursWaited = (askedAt: Date, until: Date): number =>
  Math.max(0, Math.floor((until.getTime() - askedAt.getTime()) / 3_600_000))
