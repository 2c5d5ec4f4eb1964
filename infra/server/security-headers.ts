import type { Response } from 'express'

/**
 * What a browser may do with our pages: nothing but our own styles, fonts and pictures, and scripts with this request's
 * nonce. A page is never framed, and no address of ours is told to others.
 */
export function setSecurityHeaders(outgoing: Response, nonce: string, secure: boolean): void {
  outgoing.setHeader(
    'Content-Security-Policy',
    [
      `default-src 'none'`,
      `script-src 'nonce-${nonce}'`,
      `style-src 'self'`,
      `font-src 'self'`,
      `img-src 'self'`,
      `connect-src 'self'`,
      `form-action 'self'`,
      `base-uri 'none'`,
      `frame-ancestors 'none'`,
    ].join('; '),
  )
  outgoing.setHeader('X-Content-Type-Options', 'nosniff')
  outgoing.setHeader('X-Frame-Options', 'DENY')
  outgoing.setHeader('Referrer-Policy', 'same-origin')
  outgoing.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  outgoing.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  outgoing.setHeader('Permissions-Policy', 'camera=(), geolocation=(self), microphone=(), payment=()')
  if (secure) outgoing.setHeader('Strict-Transport-Security', 'max-age=31536000')
}
