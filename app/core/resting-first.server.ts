/** The same object, whose methods give the read connection back first: a request never holds two. */
export function restingFirst<T extends object>(target: T, rest: () => Promise<void>): T {
  const entries = Object.entries(target) as [string, (...args: unknown[]) => Promise<unknown>][]
  return Object.fromEntries(
    entries.map(([name, method]) => [name, async (...args: unknown[]) => rest().then(() => method(...args))]),
  ) as T
}
