import { derivedCode } from '#app/core/derived-secret.server.ts'

/** Where a host answers with its token. */
export const tokenPath = '/.well-known/bir-tereze-domain.txt'

/** What proves that a host is a region's: no other region, and no other host of the same one, has the same. */
export const hostToken = (secret: string, slug: string, host: string): string =>
  `bir-tereze-${derivedCode(secret, 'own host', [slug, host], 26).toLowerCase()}`

/** Where the same may stand in the directory of names, for a host that cannot be an alias. */
export const tokenName = (host: string): string => `_bir-tereze.${host}`
