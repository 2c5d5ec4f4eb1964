/** Sign-in of one world's people: a region's staff or the platform's own. */
export interface Identity {
  /** The signed-in user's id, from the session cookie; undefined when there is none or it has ended. */
  userIdOf(headers: Headers): Promise<string | undefined>
  /** Cookies of a new session; undefined for a wrong address or password, without saying which. */
  signIn(credentials: { email: string; password: string }, headers: Headers): Promise<Headers | undefined>
  /** Cookies that end this browser's session. */
  signOut(headers: Headers): Promise<Headers>
  /** Ends every session of the signed-in person, this one too. */
  signOutEverywhere(headers: Headers): Promise<Headers>
  /** Starts a reset where the address is known. Never rejects, and nobody should wait for it: the time it takes tells. */
  requestReset(email: string): Promise<void>
  /** Sets a new password by the mailed token and ends every session; false for a used or old token. */
  reset(token: string, password: string): Promise<boolean>
  /** A slow hash of a password, for a new account. Not inside a transaction. */
  hash(password: string): Promise<string>
}
