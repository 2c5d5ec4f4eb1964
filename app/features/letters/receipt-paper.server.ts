import { openPaper } from '#app/integrations/documents/paper.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { letterheadOf } from './letterhead.server.ts'

/** What a receipt says on paper, ready to be read. */
export interface ReceiptWords {
  readonly language: LocaleCode
  readonly title: string
  readonly number: string
  readonly numberLabel: string
  /** Left out where staff print it. */
  readonly code?: string
  readonly codeLabel: string
  readonly codeHint: string
  readonly facts: readonly { readonly label: string; readonly text: string }[]
  /** Why the due date is what it is. */
  readonly why: string
  readonly receivedAt: Date
}

/** The coupon that an appeal was accepted, on the region's letterhead, as PDF. */
export async function writeReceipt(ctx: TenantContext, words: ReceiptWords): Promise<Buffer> {
  const head = await letterheadOf(ctx, words.language)
  const paper = await openPaper({
    title: `${words.title} ${words.number}`,
    language: words.language,
    author: head.centre,
    at: words.receivedAt,
    colour: head.colour,
    emblem: head.emblem,
    footer: (page, pages) => `${words.number} · ${page} / ${pages}`,
  })
  const [address, ...telephones] = head.lines
  paper.letterhead(head.centre, address ?? '', telephones)
  paper.heading(words.title)
  paper.large(words.numberLabel, words.number)
  if (words.code) {
    paper.large(words.codeLabel, words.code)
    paper.text(words.codeHint, 'quiet')
  }
  paper.gap()
  paper.lines(words.facts)
  paper.gap()
  paper.text(words.why, 'quiet')
  return paper.finish()
}
