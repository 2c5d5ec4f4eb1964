/** How long a session lasts, seconds: a working day with its evening. Not drawn out by use: nobody works longer. */
export const sessionSeconds = 12 * 3600

/** What a session's cookie leads to. */
export interface SessionKey {
  readonly id: string
  readonly userId: string
}

/**
 * Passwords, reset links and session cookies of one world's people: a region's staff or the platform's own. Every method
 * is asynchronous: a request's read connection is given back before it begins.
 */
export interface Identity {
  /** The session of this browser's cookie; undefined when there is none or it has ended. */
  sessionOf(headers: Headers): Promise<SessionKey | undefined>
  /** Whose address and password these are; undefined without saying which was wrong, and after the same time. */
  check(credentials: { email: string; password: string }): Promise<string | undefined>
  /** The cookie that brings a session of this token back. */
  cookieOf(token: string): Promise<string>
  /** The cookie that takes the session's cookie away. */
  endedCookie(): Promise<string>
  /** Starts a reset where the address is known. Never rejects, and nobody should wait for it: the time it takes tells. */
  requestReset(email: string): Promise<void>
  /** A slow hash of a password. Not inside a transaction. */
  hash(password: string): Promise<string>
}

/** Whether a browser brings a cookie of this name at all: without one nobody has to be looked for. */
export const hasSession = (headers: Headers, cookieName: string): boolean =>
  headers.get('Cookie')?.includes(`${cookieName}=`) ?? false
