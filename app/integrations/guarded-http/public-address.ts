import ipaddr from 'ipaddr.js'

/** Where the addresses of the public internet lie today; all else of version 6 is set aside. */
const global6 = ipaddr.IPv6.parse('2000::')

/**
 * Whether an IP address is one of the public internet: not this machine, its network, a provider's inner one, a group, a
 * documentation range, nor an address of version 4 dressed as one of version 6.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(global6, 3)
}
