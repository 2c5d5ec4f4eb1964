import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { loginsOf, raiseFences } from '../fences.ts'
import { asOwner, migratePlatform } from '../migrate.ts'

/** A throwaway database with logins of its own, fenced and migrated as a real one. */
export interface TestDatabase {
  readonly name: string
  readonly urls: {
    readonly runtime: string
    readonly owner: string
    readonly direct: string
    readonly superuser: string
  }
  /** Rows straight from the tables, past all doors: for looking at what a command has written. */
  rows<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>
  drop(): Promise<void>
}

/** Makes a database in the test run's PostgreSQL. Roles are cluster-wide, so their names carry the database's. */
export async function createTestDatabase(superuserUrl: string): Promise<TestDatabase> {
  const name = `bt_${randomBytes(4).toString('hex')}`
  const at = (login: string, password: string) => {
    const url = new URL(superuserUrl)
    url.pathname = `/${name}`
    url.username = login
    url.password = password
    return url.href
  }
  const password = randomBytes(12).toString('hex')
  const { username, password: superPassword } = new URL(superuserUrl)
  const urls = {
    runtime: at(`rt_${name}`, password),
    owner: at(`ow_${name}`, password),
    direct: at(`jb_${name}`, password),
    superuser: at(username, superPassword),
  }
  const logins = loginsOf(urls)
  await asOwner(superuserUrl, (client) => client.query(`create database ${name}`))
  await asOwner(urls.superuser, (client) =>
    raiseFences(client, logins, { runtime: password, owner: password, jobs: password }),
  )
  await migratePlatform(urls.owner, logins)
  const looking = new pg.Pool({ connectionString: urls.superuser, max: 2 })
  looking.on('error', () => undefined)
  return {
    name,
    urls,
    rows: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await looking.query<Row>(text, [...values])).rows,
    drop: async () => {
      await looking.end()
      await asOwner(superuserUrl, async (client) => {
        await client.query(`drop database ${name} with (force)`)
        // The regions' roles before the owner's: who granted a role cannot go before it.
        const roles = await client.query<{ rolname: string }>(
          `select rolname from pg_roles where rolname like $1 order by rolname desc`,
          [`%\\_${name}%`],
        )
        for (const { rolname } of roles.rows) await client.query(`drop role ${rolname}`)
      })
    },
  }
}
