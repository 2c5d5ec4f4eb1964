import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { shownHost } from './host.server.ts'
import { hostToken, tokenName, tokenPath } from './token.server.ts'

/** A host that fails for so long is told of more loudly, days. */
const longDays = 14
const day = 86_400_000

/** The hosts of a region's own, how far each is, and what has to be done for it. Throws ForbiddenError. */
export async function getDomains(ctx: TenantContext) {
  authorize(ctx.ability, 'configure', 'OwnHost')
  const rows = await ctx.db
    .selectFrom('ownHost')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .selectAll('ownHost')
    .select('regionProfile.timeZone')
    .where('state', '!=', 'removed')
    .orderBy('ownHost.id')
    .execute()
  const target = `${ctx.tenant.slug}.${ctx.baseDomain}`
  const when = (moment: Date | null, timeZone: string) => (moment ? formatMoment(moment, timeZone) : '')
  const now = ctx.clock.now().getTime()
  return {
    target,
    hosts: rows.map((row) => ({
      id: row.id,
      /** As people read it, and as the network does. */
      name: shownHost(row.host),
      host: row.host,
      state: row.state,
      problem: row.problem ?? undefined,
      isPrimary: row.isPrimary,
      token: hostToken(ctx.secret, ctx.tenant.slug, row.host),
      tokenAt: `https://${row.host}${tokenPath}`,
      textAt: tokenName(row.host),
      added: when(row.addedAt, row.timeZone),
      checked: when(row.checkedAt, row.timeZone),
      failingSince: when(row.failedAt, row.timeZone),
      failsLong: row.failedAt !== null && now - row.failedAt.getTime() > longDays * day,
    })),
  }
}

export type Domains = Awaited<ReturnType<typeof getDomains>>
export type ShownHost = Domains['hosts'][number]
