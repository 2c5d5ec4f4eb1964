import { openPaper } from '#app/integrations/documents/paper.server.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { dayInWords } from '#app/core/i18n/day-in-words.ts'
import type { LocaleCode, Outcome } from '#db/schema/vocabulary.ts'
import { printedCode, shortHash } from './code.ts'
import type { Letterhead } from './letterhead.server.ts'

/** Everything that an answer's letter says. */
export interface LetterWords {
  readonly language: LocaleCode
  readonly agency: string
  readonly number: string
  readonly registeredOn: string
  readonly issuedOn: string
  /** Empty where nobody is named. */
  readonly addressee: readonly string[]
  readonly outcome: Outcome
  readonly text: string
  readonly rightOfAppeal: string
  readonly signerName: string
  readonly signerPost: string
  readonly answeredAt: Date
  readonly contentHash: string
  readonly code: string
  /** Where the code is verified, in full. */
  readonly verifyAt: string
}

/** The letter on the region's letterhead, as PDF; the same words are the same bytes. */
export async function writeLetter(head: Letterhead, words: LetterWords): Promise<Buffer> {
  const { t } = head
  const title = `${t('letters:paper.answer')} ${words.number}`
  const paper = await openPaper({
    title,
    language: words.language,
    author: words.agency,
    at: words.answeredAt,
    colour: head.colour,
    emblem: head.emblem,
    footer: (page, pages) => `${words.number} · ${printedCode(words.code)} · ${page} / ${pages}`,
  })
  paper.letterhead(words.agency, head.centre, head.lines)
  paper.beside(
    [{ text: dayInWords(words.issuedOn, t) }, { label: t('letters:paper.number'), text: words.number }],
    words.addressee.length === 0
      ? []
      : [
          { label: t('letters:paper.to'), text: words.addressee[0] ?? '' },
          ...words.addressee.slice(1).map((text) => ({ text })),
        ],
  )
  paper.heading(t('letters:paper.answer'))
  paper.lines([
    { label: t('letters:paper.registeredOn'), text: dayInWords(words.registeredOn, t) },
    { label: t('appeals:answer.outcome'), text: t(`appeals:outcome.${words.outcome}`) },
  ])
  paper.gap()
  paper.text(words.text)
  if (words.rightOfAppeal) paper.text(words.rightOfAppeal)
  paper.gap()
  paper.lines([
    { label: t('letters:paper.post'), text: words.signerPost },
    { label: t('letters:paper.signedBy'), text: words.signerName },
    { label: t('letters:paper.signedAt'), text: formatMoment(words.answeredAt, head.timeZone) },
  ])
  paper.gap()
  paper.code(words.verifyAt, t('letters:paper.codeImage', { address: words.verifyAt }), [
    { text: t('letters:paper.verify') },
    { label: t('letters:paper.code'), text: printedCode(words.code) },
    { label: t('letters:paper.address'), text: words.verifyAt.replace(/^https?:\/\//, '').replace(/\/[^/]*$/, '') },
    { label: t('letters:paper.hash'), text: shortHash(words.contentHash) },
  ])
  return paper.finish()
}
