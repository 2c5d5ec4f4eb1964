import type { Registry, Tenant } from './registry.ts'

/** Whose door a request knocks on: a region's, the platform's, or nobody's. */
export type World = { kind: 'tenant'; tenant: Tenant } | { kind: 'platform' } | { kind: 'unknown' }

/** The host of a Host header; ports, letter case and a dot at the end do not count. */
export const hostOf = (header: string | undefined): string =>
  (header ?? '').toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')

/**
 * The world behind a Host header. Ports and letter case do not count. An archived region is unknown; a suspended one is
 * served, because intake never depends on a subscription.
 */
export async function resolveWorld(
  registry: Registry,
  platformHost: string,
  header: string | undefined,
): Promise<World> {
  const host = hostOf(header)
  if (host === platformHost) return { kind: 'platform' }
  const tenant = await registry.byHost(host)
  if (!tenant || tenant.status === 'archived') return { kind: 'unknown' }
  return { kind: 'tenant', tenant }
}
