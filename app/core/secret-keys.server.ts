import { seal, unseal } from './sealed.server.ts'

/** The installation's keys for what regions entrust to it. The first seals, all open. */
export interface SecretKeys {
  /** The id of the key that seals today. */
  readonly current: string
  /** A text that only this ring opens, and only beside the same `parts`. */
  seal(parts: readonly string[], text: string): string
  /** Undefined where the key is not on the ring, or the text was sealed for something else. */
  open(keyId: string, parts: readonly string[], sealed: string): string | undefined
}

/** How a setting must look: `id:key`, comma separated, each key 32 bytes or more in base64. */
export const secretKeysShape = /^[a-z0-9-]{1,20}:[A-Za-z0-9+/]{43,}={0,2}(,[a-z0-9-]{1,20}:[A-Za-z0-9+/]{43,}={0,2})*$/

/** The id of the key that an installation has without a setting. */
const derivedId = 'app'

/**
 * The ring of `SECRETS_KEYS`. Last of all comes a key of `APP_SECRET`: it seals where nothing else is set, and opens what it
 * sealed before something was.
 */
export function openSecretKeys(setting: string | undefined, appSecret: string): SecretKeys {
  const listed = (setting ?? '')
    .split(',')
    .filter((pair) => pair !== '')
    .map((pair): [string, string] => {
      const at = pair.indexOf(':')
      return [pair.slice(0, at), pair.slice(at + 1)]
    })
  const ring = new Map<string, string>([...listed, [derivedId, appSecret]])
  const [[current, key] = [derivedId, appSecret]] = ring
  return {
    current,
    seal: (parts, text) => seal(key, 'region-secret', parts, text),
    open: (keyId, parts, sealed) => {
      const found = ring.get(keyId)
      if (found === undefined) return undefined
      try {
        return unseal(found, 'region-secret', parts, sealed)
      } catch {
        return undefined
      }
    },
  }
}
