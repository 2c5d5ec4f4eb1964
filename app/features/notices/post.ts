import type { Letter, Sms } from '#app/core/letter.ts'
import type { Happening } from '#app/core/journal.server.ts'

/** What happened, with the id of its outbox row. */
export type Event = Happening & {
  readonly id: string
  /** Which of several people is told of it; left out for whom the subject itself names. */
  readonly recipientId?: string
}

/** What a far end says of a message for good: it took it; the person has it; the person will never be reached there. */
export type Posted = 'sent' | 'delivered' | 'undeliverable'

/** An SMS on its way: which notice it is, and whether a try before this one may have gone out already. */
export interface SmsNotice {
  readonly id: string
  readonly again: boolean
}

/** Hands messages over to the far ends. Each throws where another try may help. */
export interface Post {
  readonly mail: (letter: Letter, messageId: string) => Promise<Posted>
  readonly sms: (sms: Sms, notice: SmsNotice) => Promise<Posted>
  /** No try comes after this one: what fails now has failed. */
  readonly lastTry: boolean
}
