/** Why an address that somebody typed was not called, or its answer not taken. */
export type OutboundReason =
  /** No address at all. */
  | 'address'
  /** Not https, or a redirect to another scheme. */
  | 'scheme'
  /** A name and password in the address. */
  | 'credentials'
  /** The name is not known. */
  | 'unknownHost'
  /** It is, or a name stands for, an address that is not public. */
  | 'privateAddress'
  /** More redirects than are followed, or one that must not be followed. */
  | 'redirect'
  | 'tooLong'
  | 'tooSlow'
  /** Nobody answers there, or not with a certificate that can be trusted. */
  | 'unreachable'

/** A call that the guard refused, or that failed. What the far end says is not in it: it may name a person. */
export class OutboundRefused extends Error {
  override readonly name = 'OutboundRefused'
  readonly reason: OutboundReason
  constructor(reason: OutboundReason, options?: ErrorOptions) {
    super(`Outbound call refused: ${reason}`, options)
    this.reason = reason
  }
}

/** What is sent; as `fetch` has it, so that libraries can be given it. */
export interface OutboundRequest {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>> | Headers
  readonly body?: string | URLSearchParams | Uint8Array | null
  /** `manual` hands a redirect to the caller. Else those of GET and HEAD are followed, and any other is refused. */
  readonly redirect?: 'follow' | 'manual'
  readonly signal?: AbortSignal
  /** Less time or fewer bytes than the client allows by itself. */
  readonly patience?: number
  readonly mostBytes?: number
}

/**
 * Calls an address that a region typed in, or that such an address led to. Never inside a transaction. The answer is there
 * whole, whatever its status. Throws OutboundRefused.
 */
export type Outbound = (url: string | URL, request?: OutboundRequest) => Promise<Response>
