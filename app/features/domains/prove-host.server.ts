import type { TenantContext } from '#app/core/context.ts'
import { sameCode } from '#app/core/derived-secret.server.ts'
import { OutboundRefused } from '#app/core/outbound.ts'
import type { Names } from '#app/integrations/names/names.server.ts'
import type { HostProblem } from '#db/schema/launch.ts'
import { hostToken, tokenName, tokenPath } from './token.server.ts'

/** Longer than any token, shorter than any page. */
const mostBytes = 1_000
const patience = 10_000

type Reaching = Pick<TenantContext, 'outbound' | 'secret' | 'origin' | 'tenant' | 'baseDomain'>

/**
 * Whether the owner of a name wants it to lead to this very region: it is an alias of the region's own name, or its token stands
 * at it. That a name leads to this server does not say to whom: then whoever asks first would get it. Never inside a transaction.
 */
export async function leadsHere(ctx: Reaching, names: Names, host: string): Promise<boolean> {
  const target = `${ctx.tenant.slug}.${ctx.baseDomain}`
  const aliases = await names.aliasesOf(host)
  if (aliases.some((alias) => alias.toLowerCase().replace(/\.$/, '') === target)) return true
  const texts = await names.textsOf(tokenName(host))
  return texts.some((text) => sameCode(text.trim(), hostToken(ctx.secret, ctx.tenant.slug, host)))
}

/**
 * Fetches the token from a host, as everybody else reaches it; what is wrong, or undefined where it is the region's. Never
 * inside a transaction.
 */
export async function checkHost(ctx: Reaching, host: string): Promise<HostProblem | undefined> {
  const url = new URL(tokenPath, ctx.origin)
  url.hostname = host
  try {
    const response = await ctx.outbound(url, { redirect: 'manual', mostBytes, patience })
    if (response.status !== 200) return 'noToken'
    const said = (await response.text()).trim()
    return sameCode(said, hostToken(ctx.secret, ctx.tenant.slug, host)) ? undefined : 'otherToken'
  } catch (error) {
    if (!(error instanceof OutboundRefused)) throw error
    if (error.reason === 'unknownHost' || error.reason === 'privateAddress') return error.reason
    return error.reason === 'tooLong' ? 'otherToken' : 'unreachable'
  }
}
