import { readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'

const mark = 'bench'

/**
 * Makes the demo's PostgreSQL write down every statement; the returned function runs something and says how many of
 * them the server sent meanwhile, begin and commit among them (begin, role and path travel as one).
 */
export async function openStatementCount(client: pg.Client, dataDir: string) {
  await client.query(`alter system set log_line_prefix = '${mark} %a '`)
  await client.query(`alter system set log_statement = 'all'`)
  await client.query('select pg_reload_conf()')
  const log = path.join(dataDir, 'log/postgres.log')
  const line = new RegExp(`^${mark} bir-tereze-server LOG: {2}(statement|execute)`, 'gm')
  return {
    count: async (run: () => Promise<unknown>): Promise<number> => {
      const before = readFileSync(log).length
      await run()
      return [...readFileSync(log).subarray(before).toString('utf8').matchAll(line)].length
    },
    close: async () => {
      await client.query('alter system reset log_statement')
      await client.query('alter system reset log_line_prefix')
      await client.query('select pg_reload_conf()')
    },
  }
}
