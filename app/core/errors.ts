/** There is no such thing, or the caller may not know that there is: both are 404. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
  readonly subject: string
  constructor(subject: string) {
    super(`${subject} not found`)
    this.subject = subject
  }
}

/** A translation key with the values it names. */
export interface Message {
  readonly key: string
  readonly values?: Readonly<Record<string, string | number>>
}

/** The rules say no, or someone was faster: 409 with a message for the person. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly reason: Message
  constructor(key: string, values?: Message['values']) {
    super(key)
    this.reason = values ? { key, values } : { key }
  }
}

/** Staff of this region may only read for now: 423, with what was typed kept. */
export class OnlyReading extends Error {
  override readonly name = 'OnlyReading'
}

/** What is wrong with each field: a translation key, or one with values. */
export type FieldMessages = Readonly<Record<string, string | Message>>

/** Typed input that cannot be taken: 422, with a message for each field. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput'
  readonly fields: FieldMessages
  constructor(fields: FieldMessages) {
    super(`Invalid: ${Object.keys(fields).join(', ')}`)
    this.fields = fields
  }
}

/** Too many tries: 429 with the seconds to wait. */
export class TooManyTries extends Error {
  override readonly name = 'TooManyTries'
  readonly retryAfter: number
  constructor(retryAfter: number) {
    super(`Too many tries, wait ${retryAfter} s`)
    this.retryAfter = retryAfter
  }
}

/**
 * A far end did not take something, and may at another try. `why` is in our own words: what the far end says may name the
 * person, and this ends in logs and in tables that erasure does not reach.
 */
export class NotTaken extends Error {
  override readonly name = 'NotTaken'
  readonly why: string
  constructor(who: string, why: string) {
    super(`${who} did not take it: ${why}`)
    this.why = why
  }
}

/** A form that did not come from our own page of this browser: 403, with what was typed kept. */
export class ForeignForm extends Error {
  override readonly name = 'ForeignForm'
}

/** A staff page without a signed-in person. */
export class SignInNeeded extends Error {
  override readonly name = 'SignInNeeded'
}

/** A person whose role asks for a second factor, before it was set up. */
export class SecondFactorNeeded extends Error {
  override readonly name = 'SecondFactorNeeded'
}

/**
 * PostgreSQL classes that mean "the database is away", beside the connection errors of the socket. `55P03` and `57014`: a
 * lock or a statement that took longer than a door allows; the next try may be luckier.
 */
const awayCodes = /^(08...|57P0[123]|53300|55P03|57014|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE)$/

/** Whether `error` says that the database cannot be reached now (503), rather than that something is wrong (500). */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as { code?: unknown }).code
  if (typeof code === 'string' && awayCodes.test(code)) return true
  return /Connection terminated|timeout exceeded when trying to connect|connection timeout/i.test(error.message)
}
