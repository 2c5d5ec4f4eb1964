import type { Sms } from '#app/core/letter.ts'

/** What the far end says of a message for good; it throws where another try may help. */
export type SmsReply =
  /** Taken; `ids` are the far end's own for each segment, empty where it tells none or nothing will follow. */
  | { readonly taken: true; readonly ids: readonly string[] }
  /** This number will never be reached. */
  | { readonly taken: false }

/** What became of one segment, by the far end's id of it. `lost`: it will never arrive. */
export interface SmsReceipt {
  readonly id: string
  readonly state: 'delivered' | 'lost'
}

/** How a try is told apart from the one before. */
export interface SmsTry {
  /** Ours for the message, the same at every try: a UUID. */
  readonly reference: string
  /** Whether a try before this one may have gone out already. */
  readonly again: boolean
}

/** Whatever takes short messages over for the telephone networks. */
export interface SmsGateway {
  send(sms: Sms, which: SmsTry): Promise<SmsReply>
  close(): Promise<void>
}

/** A failure in our own words: the far end's may name the person, and this ends in a log and in the queue's table. */
export const notTaken = (why: string | number): Error => new Error(`The SMS gateway did not take it: ${why}`)
