/** What an official signs: named values in one order, and who signs when. */
export interface SignedContent {
  readonly parts: readonly string[]
  readonly signerName: string
  readonly signerPost: string
  readonly signedAt: Date
}

/** What a signature leaves behind. */
export interface Signature {
  /** Which adapter made it, and can check it. */
  readonly method: string
  /** SHA-256 of the whole content, base64url: what a paper shows. */
  readonly contentHash: string
}

/**
 * Makes and checks signatures of officials. The product's own is one; a national e-signature is another, and whatever it asks
 * of the person's key is gathered before: neither function waits for anything.
 */
export interface SignatureAdapter {
  sign(content: SignedContent): Signature
  /** Whether nothing of the content was changed since. */
  verify(content: SignedContent, signature: Signature): boolean
}
