import type { Database } from '#db/connect.ts'

/** Tells the worker which outboxes have something new: once for all commits of a few milliseconds, and never wrongly late. */
export function openHints(database: Database) {
  const gatherFor = 10
  let worlds = new Set<string>()
  let sending: Promise<void> | undefined
  const send = async () => {
    await new Promise((resolve) => setTimeout(resolve, gatherFor))
    const said = [...worlds].join(',')
    worlds = new Set()
    sending = undefined
    // A lost hint is found by the sweep.
    await database.notify('outbox', said.length < 4000 ? said : '*').catch(() => undefined)
  }
  return {
    say: (world: string) => {
      worlds.add(world)
      sending ??= send()
    },
    close: async () => sending,
  }
}
