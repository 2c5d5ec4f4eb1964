import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

const nonceBytes = 12
const tagBytes = 16

/** A text that the database alone cannot read, bound to what it belongs to (`purpose` and `parts`). */
export function seal(secret: string, purpose: string, parts: readonly string[], text: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), nonce).setAAD(Buffer.from(JSON.stringify(parts)))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The text again. Throws where it was changed, belongs elsewhere or was sealed under another secret. */
export function unseal(secret: string, purpose: string, parts: readonly string[], sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, purpose), bytes.subarray(0, nonceBytes))
    .setAAD(Buffer.from(JSON.stringify(parts)))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8')
}

const keyOf = (secret: string, purpose: string) =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['seal', purpose]))
    .digest()
