/**
 * Passwords and reset links of one world's people: a region's staff or the platform's own. Every method
 * is asynchronous: a request's read connection is given back before it begins.
 */
export interface Identity {
  /** Whose address and password these are; undefined without saying which was wrong, and after the same time. */
  check(credentials: { email: string; password: string }): Promise<string | undefined>
  /** Starts a reset where the address is known. Never rejects, and nobody should wait for it: the time it takes tells. */
  requestReset(email: string): Promise<void>
  /** A slow hash of a password. Not inside a transaction. */
  hash(password: string): Promise<string>
}
