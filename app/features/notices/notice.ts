import type { NoticeChannel, NoticeState } from '#db/schema/core.ts'

/** What a notice tells, where its name has a text. */
const kinds = [
  'receipt',
  'forwarded',
  'partForwarded',
  'split',
  'answer',
  'partAnswered',
  'withdrawal',
  'postponed',
  'cosigned',
  'left',
  'merged',
  'absorbed',
  'unmerged',
  'extended',
  'suspended',
  'resumed',
  'hearingCalled',
  'terminated',
  'leftUnconsidered',
  'reopened',
  'reopenDeclined',
  'cure',
] as const

export type NoticeKind = (typeof kinds)[number] | 'other'

/** The kind as it is shown; those of accounts and of later features have no words of their own here. */
export const shownKind = (kind: string): NoticeKind => kinds.find((known) => known === kind) ?? 'other'

/** One line of the log: who was told what, by which channel, and what became of it. */
export interface NoticeLine {
  readonly id: string
  readonly kind: NoticeKind
  readonly channel: NoticeChannel
  /** Masked; empty where the address is gone. With a name where there are several people. */
  readonly to: string
  readonly state: NoticeState
  readonly at: { readonly dateTime: string; readonly text: string }
  readonly tries: number
  readonly segments: number | null
  readonly failure: string | null
}

/** How it is to look: what needs somebody's care stands out. */
export const toneOf = {
  pending: 'neutral',
  sent: 'info',
  delivered: 'good',
  undeliverable: 'danger',
  failed: 'danger',
} as const satisfies Record<NoticeState, string>
