import { legalKinds, SubmitAppeal } from '#app/features/appeals/public.server.ts'
import type { TermBook } from '#app/features/calendars/public.server.ts'
import { localeCodes } from '#app/core/i18n/locales.ts'
import { translatorOf, type Texts } from '#app/core/i18n/texts.ts'
import { dayOfSerial } from '#app/core/tables/serial-day.ts'
import { typedDay } from '#app/core/typed-day.ts'
import type { Intent, LegalKind, LocaleCode } from '#db/schema/vocabulary.ts'
import type { Cells } from './columns.ts'

/** A line that can become an appeal. */
export interface NewAppeal {
  readonly input: SubmitAppeal
  readonly legalKind: LegalKind
  /** YYYY-MM-DD */
  readonly registeredOn: string
}

/** What people mean who bring such a thing; the register says only what it is in law. */
const meant = {
  application: 'request',
  complaint: 'complaint',
  report: 'problem',
  proposal: 'suggestion',
  response: 'suggestion',
  inquiry: 'question',
} as const satisfies Record<LegalKind, Intent>

/** A word of ours in whichever language, or its code. */
function wordIn<Code extends string>(
  texts: Texts,
  codes: readonly Code[],
  keyOf: (code: Code) => string,
  typed: string,
): Code | undefined {
  const wanted = typed.toLowerCase().trim()
  return codes.find(
    (code) =>
      code === wanted ||
      localeCodes.some((locale) => translatorOf(texts[locale])(keyOf(code)).toLowerCase() === wanted),
  )
}

const dayIn = (typed: string) => dayOfSerial(typed) ?? typedDay(typed)

/**
 * A line as an appeal that is registered elsewhere already, or what is wrong with it: column and key of each message.
 * `submissionKey` is the line's own, so that it makes one appeal; `today` (YYYY-MM-DD) is the last day there was, and `terms`
 * say since when there are any.
 */
export function readLine(
  texts: Texts,
  cells: Cells,
  {
    submissionKey,
    today,
    terms,
  }: { readonly submissionKey: string; readonly today: string; readonly terms: TermBook['terms'] },
): { readonly appeal: NewAppeal } | { readonly problems: string[] } {
  const problems: string[] = []
  const language = wordIn<LocaleCode>(texts, localeCodes, (code) => `appeals:language.${code}`, cells.language ?? '')
  if (!language) problems.push('language appeals:error.languageMissing')
  const legalKind = wordIn<LegalKind>(texts, legalKinds, (code) => `appeals:kind.${code}`, cells.legalKind ?? '')
  if (!legalKind) problems.push('legalKind appeals:error.legalKindMissing')
  const registeredOn = dayIn(cells.registeredOn ?? '')
  if (!registeredOn) problems.push('registeredOn registers:problem.dayMissing')
  else if (registeredOn > today) problems.push('registeredOn registers:problem.dayToCome')
  else if (!terms.some((term) => term.legalKind === legalKind && term.appliesFrom <= registeredOn) && legalKind)
    problems.push('registeredOn registers:problem.dayTooEarly')
  // What is over there must not begin anew here.
  if (cells.answeredOn) problems.push('answeredOn registers:problem.answered')
  const isOrganisation = cells.organisationName !== undefined || cells.bin !== undefined
  const parsed = SubmitAppeal.safeParse({
    submissionKey,
    intent: meant[legalKind ?? 'application'],
    kind: isOrganisation ? 'organisation' : 'person',
    text: cells.text,
    language: language ?? 'kk',
    fullName: cells.fullName,
    address: cells.address,
    email: cells.email ?? null,
    phone: cells.phone ?? null,
    answerChannels: cells.email ? ['mail'] : ['post'],
    ...(isOrganisation
      ? { organisationName: cells.organisationName, bin: cells.bin ?? null }
      : { iin: cells.iin ?? null }),
  })
  if (!parsed.success)
    for (const { path, message } of parsed.error.issues) problems.push(`${String(path[0] ?? 'text')} ${message}`)
  if (problems.length > 0 || !parsed.success || !legalKind || !registeredOn) return { problems }
  return { appeal: { input: parsed.data, legalKind, registeredOn } }
}
