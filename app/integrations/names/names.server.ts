import { Resolver } from 'node:dns/promises'

/** What the names of the world say of a host. */
export interface Names {
  /** The names that this one stands for. */
  aliasesOf(host: string): Promise<readonly string[]>
  /** The texts that stand at it. */
  textsOf(host: string): Promise<readonly string[]>
}

/** Asks the system's name servers; what cannot be found out is nothing. */
export function openNames(): Names {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 })
  const orNothing = <T>(asked: Promise<readonly T[]>) => asked.catch((): readonly T[] => [])
  return {
    aliasesOf: (host) => orNothing(resolver.resolveCname(host)),
    textsOf: async (host) => {
      const texts = await orNothing(resolver.resolveTxt(host))
      return texts.map((parts) => parts.join(''))
    },
  }
}
