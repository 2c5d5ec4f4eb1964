import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { once } from 'node:events'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ClearError } from './clear-error.ts'
import { openDataDir } from './data-dir.ts'
import { startPostgres } from './postgres.ts'
import { isAlive, waitFor } from './processes.ts'
import { makeThrowaway, type Throwaway } from './throwaway.ts'

let place: Throwaway
let dataDir: string

beforeEach(async () => {
  place = await makeThrowaway()
  dataDir = place.dataDir
})

afterEach(() => place.remove())

const start = () => startPostgres({ dataDir, durable: false })

async function ask(url: string, sql: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, string>>(sql)
    return Object.values(rows[0] ?? {}).join()
  } finally {
    await client.end()
  }
}

test('serves loopback only, asks for the password, sorts Kazakh and keeps its data', async () => {
  const first = await start()
  expect(await ask(first.superuserUrl, 'show listen_addresses')).toBe('127.0.0.1')
  expect(await ask(first.superuserUrl, 'show max_locks_per_transaction')).toBe('1024')
  expect(await ask(first.superuserUrl, 'show wal_level')).toBe('logical')
  const sorted = `select string_agg(word, '' order by word) from unnest(array['б','ә','а','қ','к']) word`
  expect(await ask(first.superuserUrl, sorted)).toBe('аәбкқ')
  const wrong = first.superuserUrl.replace(/:[0-9a-f]+@/, ':wrong@')
  await expect(ask(wrong, 'select 1')).rejects.toThrow(/password authentication failed/)
  await ask(first.superuserUrl, 'create table kept as select 7 as seven')
  await first.stop()
  await first.gone

  const second = await start()
  expect(second.adopted).toBe(false)
  expect(second.port).toBe(first.port)
  expect(await ask(second.superuserUrl, 'select seven from kept')).toBe('7')
})

test('adopts the PostgreSQL that outlived its killed Node, and stops it', async () => {
  const script = `
    import { startPostgres } from ${JSON.stringify(path.join(import.meta.dirname, 'postgres.ts'))}
    const running = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: false })
    console.log(running.superuserUrl)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [url] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string]
  child.kill('SIGKILL')
  await once(child, 'exit')

  const adopted = await start()
  expect(adopted.adopted).toBe(true)
  expect(adopted.superuserUrl).toBe(url.trim())
  expect(await ask(adopted.superuserUrl, 'select 1')).toBe('1')
  await adopted.stop()
  await expect(ask(adopted.superuserUrl, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
})

test('starts again after PostgreSQL itself was killed', async () => {
  const first = await start()
  const [pid] = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n').map(Number)
  process.kill(pid!, 'SIGKILL')
  await waitFor(() => !isAlive(pid!), 5000)
  const second = await start()
  expect(second.adopted).toBe(false)
  expect(await ask(second.superuserUrl, 'select 1')).toBe('1')
  await first.gone
})

test('a pid file whose number now belongs to another process is in nobody’s way', async () => {
  const first = await start()
  await first.stop()
  writeFileSync(path.join(dataDir, 'postgres/postmaster.pid'), `${process.pid}\n${dataDir}\n1\n1\n\n\n\nready\n`)
  const second = await start()
  expect(second.adopted).toBe(false)
  expect(isAlive(process.pid)).toBe(true)
})

test('makes the cluster again when initdb was cut off', async () => {
  openDataDir(dataDir)
  mkdirSync(path.join(dataDir, 'postgres.new-0000'))
  writeFileSync(path.join(dataDir, 'postgres.new-0000/PG_VERSION'), '18\n')
  const running = await start()
  expect(await ask(running.superuserUrl, 'select 1')).toBe('1')
  expect(readdirSync(dataDir).filter((name) => name.includes('.new'))).toEqual([])
})

test('refuses a folder with somebody else’s files and leaves it as it was', async () => {
  mkdirSync(dataDir)
  writeFileSync(path.join(dataDir, 'PG_VERSION'), '15\n')
  await expect(start()).rejects.toThrow(ClearError)
  expect(readdirSync(dataDir)).toEqual(['PG_VERSION'])
})

test('takes another port when the remembered one is taken', async () => {
  const first = await start()
  await first.stop()
  const elsewhere = await makeThrowaway()
  const other = await startPostgres({ dataDir: elsewhere.dataDir, durable: false })
  const kept = path.join(dataDir, 'postgres.json')
  writeFileSync(kept, readFileSync(kept, 'utf8').replace(String(first.port), String(other.port)))
  try {
    const second = await start()
    expect(second.port).not.toBe(other.port)
    expect(await ask(second.superuserUrl, 'select 1')).toBe('1')
  } finally {
    await elsewhere.remove()
  }
})
