import type { SignedContent } from '#app/integrations/signature/signature.ts'
import { signatures } from '#app/integrations/signature/signatures.server.ts'

interface Signed {
  readonly number: string
  readonly outcome: string
  readonly text: string
  readonly signerName: string
  readonly signerPost: string
  readonly answeredAt: Date
}

/** What the signature of an answer covers; a change of any of it shows. */
export const contentOf = ({ number, outcome, text, signerName, signerPost, answeredAt }: Signed): SignedContent => ({
  parts: [number, outcome, text],
  signerName,
  signerPost,
  signedAt: answeredAt,
})

/** Nothing is null once it is signed; before the product signed answers, and once the words are erased, there is nothing to check. */
type Kept = Pick<Signed, 'outcome' | 'text' | 'answeredAt'> & {
  readonly signerName: string | null
  readonly signerPost: string | null
  readonly signatureMethod: string | null
  readonly contentHash: string | null
}

/** Whether an answer is still what was signed; undefined where there is no signature to hold it against. */
export function isIntact(number: string, { signatureMethod, contentHash, ...answer }: Kept): boolean | undefined {
  const { text, signerName, signerPost } = answer
  if (text === '' || !signerName || !signerPost || !signatureMethod || !contentHash) return undefined
  const content = contentOf({ ...answer, number, signerName, signerPost })
  return signatures.verify(content, { method: signatureMethod, contentHash })
}
