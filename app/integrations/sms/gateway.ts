import { NotTaken } from '#app/core/errors.ts'
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

/** A failure in our own words. */
export const notTaken = (why: string | number): NotTaken => new NotTaken('The SMS gateway', String(why))
