import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new random value for the browser's form cookie. */
export const newFormSeed = (): string => randomBytes(24).toString('base64url')

/** The token that forms of a browser with this cookie carry, on this host only. */
export function formToken(secret: string, host: string, seed: string): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify(['form', host, seed]))
    .digest('base64url')
}

/** What a request says of where it came from. */
export interface FormOrigin {
  /** Scheme, host and port as people type them. */
  readonly own: string
  readonly headers: Headers
}

/**
 * Whether a form came from a page of ours: the browser's own word about its origin where it gives one, and the token.
 * Either alone has holes (old browsers send no Origin; a sister host may set cookies), so both must hold.
 */
export function isOwnForm({ own, headers }: FormOrigin, expected: string, token: unknown): boolean {
  const origin = headers.get('Origin')
  if (origin !== null && origin !== own) return false
  const site = headers.get('Sec-Fetch-Site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  if (typeof token !== 'string') return false
  const [left, right] = [Buffer.from(token), Buffer.from(expected)]
  return left.length === right.length && timingSafeEqual(left, right)
}
