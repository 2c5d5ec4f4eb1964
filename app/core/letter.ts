/** A message to one person, in plain text. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** A short message to one telephone. */
export interface Sms {
  /** E.164 */
  readonly to: string
  readonly text: string
}
