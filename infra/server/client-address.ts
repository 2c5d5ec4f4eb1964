import { isIPv6 } from 'node:net'

/**
 * The address that tries are counted by. One IPv6 customer has 2^64 addresses, so of those only the first half counts;
 * an IPv4 address in IPv6 clothes is itself.
 */
export function clientAddress(ip: string | undefined): string {
  const address = (ip ?? '').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(address)) return address
  const [head = '', tail = ''] = address.split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const gap = Math.max(0, 8 - groups(head).length - groups(tail).length)
  const filled = address.includes('::') ? Array.from({ length: gap }, () => '0') : []
  const all = [...groups(head), ...filled, ...groups(tail)]
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
