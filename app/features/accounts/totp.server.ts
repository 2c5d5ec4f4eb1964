import { Secret, TOTP } from 'otpauth'

/** Seconds that one code is shown for. */
const period = 30

const totpOf = (key: string) =>
  new TOTP({ secret: Secret.fromBase32(key), algorithm: 'SHA1', digits: 6, period, issuerInLabel: false })

/** A new key for an authenticator app, in base32. */
export const newKey = (): string => new Secret({ size: 20 }).base32

/** The time step whose code this is: now's, or the one before or after, for clocks that go wrong; undefined for a wrong code. */
export function stepOf(key: string, code: string, at: Date): number | undefined {
  const delta = totpOf(key).validate({ token: code, timestamp: at.getTime(), window: 1 })
  return delta === null ? undefined : Math.floor(at.getTime() / 1000 / period) + delta
}

/** The code that an app with this key shows at a moment. */
export const codeAt = (key: string, at: Date): string => totpOf(key).generate({ timestamp: at.getTime() })

/** What an app reads from the picture: the key, who gave it and whose it is. */
export function keyUri(key: string, issuer: string, label: string): string {
  const query = new URLSearchParams({ secret: key, issuer }).toString().replaceAll('+', '%20')
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(label)}?${query}`
}
