import { isIP } from 'node:net'
import { domainToASCII, domainToUnicode } from 'node:url'
import { tidied } from '#app/core/typed-text.ts'

/** Names that lead nowhere outside of a machine or a house, or mean something else. */
const reserved = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|test|example|invalid|onion|arpa|alt)$/

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/** The letters of one label are of one writing: `а` of Cyrillic among Latin ones only looks like a name. */
const oneWriting = /^([a-z0-9-]+|[\p{Script=Cyrillic}0-9-]+)$/u

/** Cyrillic letters that cannot be told from Latin ones: a label of these alone passes for another name. */
const lookalikes = /^[аеорсухіјѕһԁԛԝӏ0-9-]+$/u

/** A host as it is kept, or the key of what is wrong with what was typed. */
export type TypedHost = { readonly host: string } | { readonly wrong: string }

/**
 * A host name as a region types it: lower case, letters of other writings as the network writes them. Nothing but the name is
 * taken: no scheme, path, port, star or dot at the end. `baseDomain` is where the platform gives hosts itself.
 */
export function typedHost(typed: string, baseDomain: string): TypedHost {
  const name = tidied(typed).toLowerCase()
  if (name === '') return { wrong: 'domains:error.missing' }
  if (/[\s/\\:@?#%*[\]_,;]/.test(name)) return { wrong: 'domains:error.onlyHost' }
  if (name.endsWith('.') || name.startsWith('.')) return { wrong: 'domains:error.dot' }
  const host = domainToASCII(name)
  const labels = host.split('.')
  if (host.length > 253 || host === '' || labels.some((one) => !label.test(one)))
    return { wrong: 'domains:error.invalid' }
  if (isIP(host) || /^\d+$|^0x/.test(labels.at(-1) ?? '')) return { wrong: 'domains:error.address' }
  if (host === baseDomain || host.endsWith(`.${baseDomain}`)) return { wrong: 'domains:error.base' }
  if (labels.length < 2 || reserved.test(host)) return { wrong: 'domains:error.reserved' }
  const shown = domainToUnicode(host)
  if (shown === '' || domainToASCII(shown) !== host) return { wrong: 'domains:error.invalid' }
  for (const one of shown.split('.')) {
    if (!oneWriting.test(one)) return { wrong: 'domains:error.writings' }
    if (/\p{Script=Cyrillic}/u.test(one) && lookalikes.test(one)) return { wrong: 'domains:error.lookalike' }
  }
  return { host }
}

/** A host as people read it. */
export const shownHost = (host: string): string => domainToUnicode(host) || host
