import { createHash } from 'node:crypto'
import type { SignatureAdapter, SignedContent } from './signature.ts'

const method = 'inProduct'

const hashOf = ({ parts, signerName, signerPost, signedAt }: SignedContent): string =>
  createHash('sha256')
    .update(JSON.stringify([...parts, signerName, signerPost, signedAt.toISOString()]))
    .digest('base64url')

/** Name, post and time of who is signed in, and a hash by which any later change shows. */
export const inProductSignature: SignatureAdapter = {
  sign: (content) => ({ method, contentHash: hashOf(content) }),
  verify: (content, signature) => signature.method === method && signature.contentHash === hashOf(content),
}
