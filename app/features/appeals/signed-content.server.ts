import { createHash } from 'node:crypto'

/** What a signature covers; a change of any of it makes another hash. */
interface Signed {
  readonly number: string
  readonly outcome: string
  readonly text: string
  readonly signerName: string
  readonly signerPost: string
  readonly answeredAt: Date
}

/** SHA-256 of what was signed, base64url. */
export const contentHash = ({ number, outcome, text, signerName, signerPost, answeredAt }: Signed): string =>
  createHash('sha256')
    .update(JSON.stringify([number, outcome, text, signerName, signerPost, answeredAt.toISOString()]))
    .digest('base64url')
