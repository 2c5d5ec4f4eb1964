import pg from 'pg'
import { openDatabase } from '#db/connect.ts'
import { asOwner } from '#db/migrate.ts'
import { migrations } from '#db/migrations/index.ts'
import { loadRegions } from '#tenants/packs/load.ts'
import { provisionTenant } from '#tenants/provision.ts'
import { openEmptyHouse } from './empty-house.ts'

const pack = 'almaty'
const rounds = 7

/** At most so many times the bare statements, and at most so many milliseconds. */
const marks = { ratio: 3, milliseconds: 2000 }

export interface ProvisionReport {
  /** Medians, milliseconds. */
  readonly region: number
  readonly bare: number
  /** How many statements stand in the bare replay. */
  readonly statements: { readonly ddl: number; readonly inserts: number }
}

interface Insert {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Makes regions of a pack, and replays their bare statements on one connection, in turn, so that both meet the same machine. */
export async function measureProvision(say: (line: string) => void): Promise<ProvisionReport> {
  const house = await openEmptyHouse()
  const { urls } = house.database
  const database = openDatabase({ url: urls.runtime, applicationName: 'bir-tereze-bench', maxConnections: 4 })
  try {
    const slugs = (await loadRegions()).map(({ slug }) => slug)
    const ddl: readonly string[] = migrations.tenant.flatMap(({ statements }) => [...statements])
    const make = async (slug = '') => {
      const began = performance.now()
      await provisionTenant(database, urls, { slug, pack, hosts: [`${slug}.localhost`] })
      return performance.now() - began
    }
    // The first also puts the country's calendar there and warms the pool.
    const inserts = await insertsOf(() => make(slugs[0]), `t_${slugs[0]?.replaceAll('-', '_')}`)
    const [region, bare]: [number[], number[]] = [[], []]
    for (let round = 1; round <= rounds; round += 1) {
      say(`region ${round} of ${rounds}`)
      region.push(await make(slugs[round]))
      bare.push(await asOwner(urls.owner, (client) => replay(client, `t_bare${round}`, ddl, inserts)))
    }
    return { region: median(region), bare: median(bare), statements: { ddl: ddl.length, inserts: inserts.length } }
  } finally {
    await database.close()
    await house.stop()
  }
}

/** What `work` inserts into a region's schema, as it goes over the wire. */
async function insertsOf(work: () => Promise<unknown>, schema: string): Promise<Insert[]> {
  const found: Insert[] = []
  const query = Reflect.get(pg.Client.prototype, 'query')
  const listening = function (this: pg.Client, ...args: unknown[]): unknown {
    const [asked] = args as [{ text?: string; values?: unknown[] } | string]
    if (typeof asked === 'object' && asked.text?.startsWith(`insert into "${schema}".`))
      found.push({ text: asked.text.replaceAll(`"${schema}".`, ''), values: asked.values ?? [] })
    return Reflect.apply(query, this, args)
  }
  Reflect.set(pg.Client.prototype, 'query', listening)
  await work().finally(() => Reflect.set(pg.Client.prototype, 'query', query))
  if (found.length === 0) throw new Error('No insert of a new region was heard')
  return found
}

async function replay(client: pg.Client, schema: string, ddl: readonly string[], inserts: readonly Insert[]) {
  const began = performance.now()
  await client.query('begin')
  await client.query(`create schema ${schema}`)
  await client.query(`set local search_path = ${schema}, extensions`)
  for (const statement of ddl) await client.query(statement)
  for (const { text, values } of inserts) await client.query(text, [...values])
  await client.query('commit')
  return performance.now() - began
}

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

/** The report as lines for people; what misses its mark is marked. */
export function provisionReport({ region, bare, statements }: ProvisionReport): string {
  const ratio = region / bare
  const mark = (missed: boolean) => (missed ? ' !' : '')
  return [
    `a region of the pack ${pack}: ${region.toFixed(0)} ms (at most ${marks.milliseconds})${mark(region > marks.milliseconds)}`,
    `its bare statements on one connection: ${bare.toFixed(0)} ms (${statements.ddl} of DDL, ${statements.inserts} inserts)`,
    `ratio: ${ratio.toFixed(2)} (at most ${marks.ratio})${mark(ratio > marks.ratio)}`,
    '',
  ].join('\n')
}
