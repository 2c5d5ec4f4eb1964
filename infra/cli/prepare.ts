import { runMigrations } from 'graphile-worker'
import type pg from 'pg'
import { findBreaches, loginsOf, raiseFences, type Logins } from '#db/fences.ts'
import { asOwner, migratePlatform } from '#db/migrate.ts'
import { checkedIdentifier } from '#db/names.ts'
import { openDatabase } from '#db/connect.ts'
import { loadCountryCalendar } from '#tenants/country-calendar.ts'
import { migrateFleet, troubleOf } from '#tenants/fleet.ts'
import { checkPacks } from '#tenants/packs/load.ts'
import { prepareDemo } from './demo.ts'

/**
 * Makes a database ready for this version of the product: logins and fences (with a superuser), the fences checked,
 * `control`, `national` and every region migrated, the queue installed; then, unless `--no-demo`, the demo's regions.
 */
async function prepare(): Promise<void> {
  // First of all: a pack that is wrong is told before anything is made of the others.
  await checkPacks()
  const urls = {
    runtime: needed('DATABASE_URL'),
    owner: needed('OWNER_DATABASE_URL'),
    direct: needed('DIRECT_DATABASE_URL'),
  }
  const logins = loginsOf(urls)
  const superuserUrl = process.env.SUPERUSER_DATABASE_URL
  if (superuserUrl) await makeDatabase(superuserUrl, logins, urls)
  await asOwner(urls.owner, (client) => refuseBreaches(client, logins))
  say('fences hold')
  await migratePlatform(urls.owner, logins)
  // The queue's tables let only their owner in, so it installs itself.
  await runMigrations({ connectionString: urls.direct, schema: 'graphile_worker' })
  const database = openDatabase({ url: urls.runtime, applicationName: 'bir-tereze-prepare', maxConnections: 2 })
  try {
    await database.withControl((db) => loadCountryCalendar(db, new Date()))
  } finally {
    await database.close()
  }
  const trouble = troubleOf(await migrateFleet({ urls }))
  if (trouble.length > 0) throw new Error(trouble.join('\n'))
  say('database is at the newest step')
  if (!process.argv.includes('--no-demo')) await prepareDemo(urls, say)
}

function needed(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is missing`)
  return value
}

const say = (line: string) => console.log(line)

async function makeDatabase(
  superuserUrl: string,
  logins: Logins,
  urls: { runtime: string; owner: string; direct: string },
): Promise<void> {
  const database = checkedIdentifier(logins.database)
  await asOwner(superuserUrl, async (client) => {
    const known = await client.query('select 1 from pg_database where datname = $1', [database])
    if (known.rowCount === 0) await client.query(`create database ${database}`)
  })
  const inDatabase = new URL(superuserUrl)
  inDatabase.pathname = `/${database}`
  const password = (url: string) => decodeURIComponent(new URL(url).password)
  const passwords = { runtime: password(urls.runtime), owner: password(urls.owner), jobs: password(urls.direct) }
  await asOwner(inDatabase.href, (client) => raiseFences(client, logins, passwords))
}

async function refuseBreaches(client: pg.Client, logins: Logins): Promise<void> {
  const breaches = await findBreaches(client, logins)
  if (breaches.length === 0) return
  const lines = breaches.map(({ what, sql }) => `-- ${what}\n${sql}`)
  throw new Error(
    `The fences between regions do not hold. A superuser must run this in the database ${logins.database}:\n\n${lines.join('\n')}\n`,
  )
}

prepare().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error))
    process.exit(1)
  },
)
