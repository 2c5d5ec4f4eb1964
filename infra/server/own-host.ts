import type { Request, RequestHandler, Response } from 'express'
import { hostToken } from '#app/features/domains/public.server.ts'
import type { Registry, Tenant } from '#tenants/registry.ts'
import { hostOf } from '#tenants/resolve.ts'

/**
 * Answers at the path of the token with that of the region which brought the host, and to all others as to hosts that nobody
 * knows: who asks learns nothing but what the owner of the name could read anyway.
 */
export function answerToken(registry: Registry, secret: string): RequestHandler {
  return (incoming, outgoing, next) => {
    const host = hostOf(incoming.headers.host)
    registry
      .bringerOf(host)
      .then((slug) => {
        if (slug === undefined) return outgoing.status(404).type('text').send('Not found')
        return outgoing
          .type('text')
          .set('Cache-Control', 'no-store')
          .send(hostToken(secret, slug, host))
      })
      .catch(next)
  }
}

/** Somebody is in the middle of something that the cookies of this host hold. */
const busy = /(^|;\s*)(__Host-)?bt_(staff|draft|seen|pending)=/

/**
 * Leads who only reads on to the host by which the region shows itself, for a while and not for ever: it may choose another.
 * Forms, scripts and whoever is in the middle of something stay where they are. True where it was done.
 */
export function leadOn(
  tenant: Tenant,
  origin: (host: string) => string,
  incoming: Request,
  outgoing: Response,
): boolean {
  const { primary } = tenant
  if (!primary || hostOf(incoming.headers.host) === primary) return false
  if (incoming.method !== 'GET' && incoming.method !== 'HEAD') return false
  if (!(incoming.headers.accept ?? '').includes('text/html')) return false
  if (busy.test(incoming.headers.cookie ?? '') || !incoming.originalUrl.startsWith('/')) return false
  outgoing.set('Cache-Control', 'no-store').redirect(302, origin(primary) + incoming.originalUrl)
  return true
}
