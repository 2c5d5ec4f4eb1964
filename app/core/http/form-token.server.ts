import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new random value for the browser's form cookie. */
export const newFormSeed = (): string => randomBytes(24).toString('base64url')

/** The token that forms of a browser with this cookie carry, on this host only. */
export function formToken(secret: string, host: string, seed: string): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify(['form', host, seed]))
    .digest('base64url')
}

/**
 * Whether a form came from a page of ours: the browser's own word about its origin where it gives one, and the token.
 * Either alone has holes (old browsers send no Origin; a sister host may set cookies), so both must hold.
 */
export function isOwnForm(request: Request, expected: string, token: unknown): boolean {
  const host = request.headers.get('Host') ?? new URL(request.url).host
  const origin = request.headers.get('Origin')
  if (origin !== null && (!URL.canParse(origin) || new URL(origin).host !== host)) return false
  const site = request.headers.get('Sec-Fetch-Site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  if (typeof token !== 'string') return false
  const [left, right] = [Buffer.from(token), Buffer.from(expected)]
  return left.length === right.length && timingSafeEqual(left, right)
}
