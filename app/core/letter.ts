/** A file that goes with a message. */
export interface AttachedFile {
  /** In ASCII: mail programs agree on nothing else. */
  readonly name: string
  readonly mediaType: string
  readonly content: Buffer
}

/** A message to one person, in plain text. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly files?: readonly AttachedFile[]
}

/** A short message to one telephone. */
export interface Sms {
  /** E.164 */
  readonly to: string
  readonly text: string
}
