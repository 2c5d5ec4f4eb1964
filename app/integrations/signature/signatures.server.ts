import { inProductSignature } from './in-product.server.ts'
import type { SignatureAdapter } from './signature.ts'

/** Who makes the signatures of answers and acts. */
export const signatures: SignatureAdapter = inProductSignature
