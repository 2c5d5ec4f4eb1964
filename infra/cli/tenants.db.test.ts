import { mkdtemp, readFile, rm, truncate, copyFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runMigrations } from 'graphile-worker'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { fileAppeal } from '#infra/testing/appeals.ts'
import { openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import { baseEnvironment, root } from '#infra/up/programs.ts'
import { runToEnd } from '#infra/up/run-child.ts'

let product: TestProduct
let folder: string

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  folder = await mkdtemp(path.join(tmpdir(), 'bir-tereze-cli-'))
  await runMigrations({ connectionString: product.database.urls.direct, schema: 'graphile_worker' })
  await fileAppeal(product.almaty)
}, 120_000)

afterAll(async () => {
  await product?.close()
  if (folder) await rm(folder, { recursive: true })
})

/** Runs the command as an operator does, without a terminal. */
const tenants = (...args: string[]) =>
  runToEnd(['infra/cli/tenants.ts', ...args], {
    cwd: root,
    env: {
      ...baseEnvironment(),
      INIT_CWD: folder,
      DATABASE_URL: product.database.urls.runtime,
      OWNER_DATABASE_URL: product.database.urls.owner,
      DIRECT_DATABASE_URL: product.database.urls.direct,
      APP_SECRET: 'a secret of the tests, long enough to be one',
      FILES_DIR: product.filesDir,
      BASE_DOMAIN: 'localhost',
    },
  })

/** What it printed as JSON; it must have printed nothing else. */
async function json(...args: string[]): Promise<unknown> {
  const { code, output } = await tenants(...args, '--json')
  expect([code, output], output).toEqual([0, expect.stringMatching(/^[[{]/)])
  return JSON.parse(output)
}

const slugsOf = async () => ((await json('list')) as { slug: string }[]).map(({ slug }) => slug)

test('help tells of all commands and of each; no command and an unknown one are not understood', async () => {
  const [all, one] = await Promise.all([tenants('--help'), tenants('archive', '--help')])
  expect(all.code).toBe(0)
  for (const name of ['list', 'create', 'migrate', 'check', 'archive', 'restore', 'unmute', 'reseal'])
    expect(all.output).toContain(`\n  ${name} `)
  expect([one.code, one.output]).toEqual([0, expect.stringContaining('npm run tenants -- archive <slug> <file>')])
  const [none, unknown] = await Promise.all([tenants(), tenants('destroy')])
  expect(none.code).toBe(2)
  expect([unknown.code, unknown.errors]).toEqual([2, expect.stringContaining('There is no command destroy')])
})

test.each([
  [['archive', 'almaty'], '<file> is missing'],
  [['create', 'abai'], '--pack is missing'],
  [['create', 'abai', '--pack', '../base'], 'is no name of a pack'],
  [['list', 'almaty'], 'almaty is too much'],
  [['check', '--loud'], '--loud'],
])('what cannot be understood is said in one line: %j', async (args, words) => {
  const { code, errors } = await tenants(...args)
  expect([code, errors.split('\n').length]).toEqual([2, 2])
  expect(errors).toContain(words)
})

// Each call is a process of its own: a second here, and several where others work too.
const patience = 120_000

test('regions are listed, made of a pack, and made no second time', { timeout: patience }, async () => {
  expect(await slugsOf()).toEqual(['almaty', 'shymkent'])
  expect(await json('create', 'abai', '--pack', 'base', '--host', 'Abai.example')).toMatchObject({
    slug: 'abai',
    hosts: ['abai.example'],
  })
  const again = await tenants('create', 'abai', '--pack', 'base')
  expect([again.code, again.errors]).toEqual([1, '✗ There is a region called abai\n'])
  const pack = await tenants('create', 'akmola', '--pack', 'nowhere')
  expect([pack.code, pack.errors]).toEqual([1, '✗ There is no pack nowhere\n'])
  const taken = await tenants('create', 'akmola', '--pack', 'base', '--host', 'almaty.localhost')
  expect([taken.code, taken.errors]).toEqual([1, '✗ The host almaty.localhost belongs to another region\n'])
  const own = await tenants('create', 'akmola', '--pack', 'base', '--host', 'platform.localhost')
  expect([own.code, own.errors]).toEqual([1, expect.stringContaining("the platform's own")])
  expect(await slugsOf()).toEqual(['abai', 'almaty', 'shymkent'])
  const { output } = await tenants('list')
  expect(output).toMatch(/^slug +state +hosts +name\nabai +active +abai\.example/)
})

test('all regions are brought to the newest step, and checked', { timeout: patience }, async () => {
  const { rows } = product.database
  expect(await json('check')).toEqual({ behind: [], misfits: [] })
  const newest = `20261127T2200_close_by_status`
  await rows(`delete from control.migration_ledger where scope = 't_shymkent' and name = $1`, [newest])
  await rows(`delete from control.migration_mark where scope = 't_shymkent'`)
  const behind = await tenants('check')
  expect([behind.code, behind.output]).toEqual([1, 'shymkent is behind: npm run tenants -- migrate\n'])
  // The step was done: done once more it fails, is rolled back, and is told by slug and cause.
  const failed = await tenants('migrate')
  expect(failed.code).toBe(1)
  expect(failed.output).toMatch(/^shymkent was rolled back: .+\n0 done, 1 rolled back, 0 not begun/)
  await rows(`insert into control.migration_ledger values ('t_shymkent', $1)`, [newest])
  expect(await json('migrate')).toEqual({ done: [], failed: [], waiting: [] })
  const unknown = await tenants('migrate', 'nowhere')
  expect([unknown.code, unknown.errors]).toEqual([1, '✗ No region is called nowhere\n'])
})

describe('a region goes into one file and comes back', { timeout: patience }, () => {
  test('under another name, muted, until it may speak; the platform’s journal knows of each', async () => {
    expect(await json('archive', 'almaty', 'almaty.zip')).toMatchObject({ slug: 'almaty', missing: [] })
    const restored = await tenants('restore', 'almaty.zip', '--as', 'copy')
    expect(restored.code, restored.output).toBe(0)
    expect(restored.output).toContain('it is muted')
    expect(await json('list')).toEqual(expect.arrayContaining([expect.objectContaining({ slug: 'copy', muted: true })]))
    await product.database.rows(
      `insert into control.calendar_change (id, submission_key, state, lines, source, made_at, applied_at)
        values ('before', 'before', 'applied', '{}', 'қаулы', '2020-01-01', '2020-01-01'),
          ('meanwhile', 'meanwhile', 'applied', '{}', 'қаулы', now(), now()), ('taken-back', 'taken-back', 'discarded', '{}', 'қаулы', now(), null)`,
    )
    expect(await json('unmute', 'copy')).toEqual({ slug: 'copy', wasMuted: true })
    const jobs = await product.database.rows<{ key: string }>(
      `select key from graphile_worker.jobs where task_identifier = 'reactInRegion'`,
    )
    expect(jobs, 'what became of the country’s calendar meanwhile comes by the worker').toEqual([
      { key: 'catchUp:meanwhile:copy' },
    ])
    expect(await json('unmute', 'copy')).toEqual({ slug: 'copy', wasMuted: false })
    const figures = (region: string) =>
      product.database.rows(
        'select month, measure, part, appeals from national.appeal_figure where region = $1 order by 1, 2, 3',
        [region],
      )
    expect((await figures('copy')).length, 'the overseers’ figures are made at once').toBeGreaterThan(0)
    const journal = await product.database.rows(
      `select event, subject_id as of from control.journal where event like 'tenant.%' order by occurred_at`,
    )
    expect(journal).toEqual([
      { event: 'tenant.archived', of: 'almaty' },
      { event: 'tenant.restored', of: 'copy' },
      { event: 'tenant.unmuted', of: 'copy' },
    ])
  })

  test('and is refused in one line where it cannot', async () => {
    const refusals = await Promise.all([
      tenants('archive', 'nowhere', 'x.zip'),
      tenants('archive', 'almaty', 'no/such/folder/x.zip'),
      tenants('restore', 'nowhere.zip'),
      tenants('restore', 'almaty.zip'),
    ])
    await copyFile(path.join(folder, 'almaty.zip'), path.join(folder, 'cut.zip'))
    await truncate(path.join(folder, 'cut.zip'), 5000)
    refusals.push(await tenants('restore', 'cut.zip', '--as', 'other'))
    const words = ['No region is called nowhere', 'ENOENT', 'There is no file', 'called almaty', 'is cut off']
    for (const [at, { code, errors }] of refusals.entries()) {
      expect([code, errors.trim().split('\n').length]).toEqual([1, 1])
      expect(errors).toContain(words[at])
    }
    expect(await slugsOf()).not.toContain('other')
  })
})

test('without settings and without a demo it says what is missing', async () => {
  const { code, errors } = await runToEnd(['infra/cli/tenants.ts', 'list'], {
    cwd: root,
    env: { ...baseEnvironment(), DATA_DIR: folder },
  })
  expect([code, errors]).toEqual([1, expect.stringContaining('There is no database')])
  expect(await readFile(path.join(folder, 'almaty.zip'))).toBeDefined()
})
