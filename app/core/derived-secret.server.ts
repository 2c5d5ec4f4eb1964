import { createHmac, timingSafeEqual } from 'node:crypto'

/** Crockford's alphabet: no letter that an old eye or a bad line takes for another. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A code for a person, derived from the installation's secret, so that the database alone does not give it away and a
 * receipt can still be printed twice. `purpose` keeps codes for different doors apart. 5 bits a character.
 */
export function derivedCode(secret: string, purpose: string, parts: readonly string[], length: number): string {
  const digest = createHmac('sha256', secret)
    .update(JSON.stringify([purpose, ...parts]))
    .digest()
  return Array.from(digest.subarray(0, length), (byte) => alphabet[byte % 32]).join('')
}

/** Compares without telling by its time how much was right. */
export function sameCode(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
