import type { TenantDb } from '#db/connect.ts'
import type { Clock } from './clock.ts'

/** How far a region has come: its configuration, and the newest line of its journal. Read once a request. */
interface Mark {
  readonly settings: number
  readonly work: string
}

/** What one region's requests have read at one mark. */
interface Remembered {
  readonly mark: number | string
  /** When the first of them was, milliseconds. */
  readonly since: number
  readonly values: Map<string, Promise<unknown>>
}

/** What requests of one region remember for each other. */
export interface Memory {
  mark(): Promise<Mark>
  /** What `read` gave at this mark, whoever asked first. */
  at<T>(of: keyof Mark, name: string, read: () => Promise<T>): Promise<T>
}

/** Of a context: who asks, and whether inside a transaction, where there is no `write`. */
interface Asking {
  readonly memory: Memory
  readonly db: TenantDb
  readonly write: unknown
}

/** Two commands may come to an end in another order than their lines in the journal: so long a count may miss one. */
const workRememberedFor = 10_000

/**
 * Opens the memory of all regions: what they have configured is remembered until somebody changes it, what counts their
 * work until the journal grows. Every request reads the mark first, so it is never given what was there before it began.
 */
export function openMemory(): (slug: string, db: TenantDb, clock: Clock) => Memory {
  const regions = new Map<string, Remembered>()
  return (slug, db, clock) => {
    let asked: Promise<Mark> | undefined
    const mark = () => (asked ??= readMark(db))
    const at = async <T>(of: keyof Mark, name: string, read: () => Promise<T>): Promise<T> => {
      const current = (await mark())[of]
      const place = `${slug}:${of}`
      const known = regions.get(place)
      const now = clock.now().getTime()
      const isFresh = of === 'settings' || Math.abs(now - (known?.since ?? 0)) < workRememberedFor
      const region = isFresh && known && known.mark >= current ? known : emptyAt(current, now)
      // A request that began before a change must not put what it reads where later ones look.
      if (region.mark > current) return read()
      regions.set(place, region)
      const found = region.values.get(name) as Promise<T> | undefined
      if (found) return found
      const reading = read()
      region.values.set(name, reading)
      reading.catch(() => region.values.delete(name))
      return reading
    }
    return { mark, at }
  }
}

const emptyAt = (mark: number | string, since: number): Remembered => ({ mark, since, values: new Map() })

async function readMark(db: TenantDb): Promise<Mark> {
  const { settings, work } = await db
    .selectFrom('settingsMark')
    .select('version as settings')
    .select((row) => row.selectFrom('journal').select('id').orderBy('id', 'desc').limit(1).as('work'))
    .executeTakeFirstOrThrow()
  return { settings, work: work ?? '' }
}

/**
 * What `read` finds in the region's configuration: tables that only provisioning and `makeChange` write. Inside a
 * transaction it is read anew, as that may have written itself. Must not depend on who asks.
 */
export const remembered = <T>(ctx: Asking, name: string, read: (db: TenantDb) => Promise<T>): Promise<T> =>
  ctx.write ? ctx.memory.at('settings', name, () => read(ctx.db)) : read(ctx.db)

/** What `read` counts of the region's work, at most ten seconds old. `name` says for whom. Never inside a transaction. */
export const rememberedCount = <T>(ctx: Asking, name: string, read: () => Promise<T>): Promise<T> =>
  ctx.memory.at('work', name, read)

/** Says inside the caller's transaction that the configuration is another now. Last of all: it locks one row of the region. */
export async function renewSettings({ db }: Asking): Promise<void> {
  await db
    .updateTable('settingsMark')
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', 'region')
    .execute()
}
