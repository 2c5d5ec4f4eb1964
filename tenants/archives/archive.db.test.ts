import { createHash } from 'node:crypto'
import { copyFile, mkdtemp, open, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { migrations } from '#db/migrations/index.ts'
import { ownership } from '#db/schema/ownership.ts'
import { createTestDatabase, type TestDatabase } from '#db/testing/database.ts'
import { answerAppeal, fileAndAssign, fileAppeal } from '#infra/testing/appeals.ts'
import { killedAt } from '#infra/testing/kill.ts'
import { openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import { openRegistry } from '../registry.ts'
import { archiveRegion } from './archive.ts'
import type { ArchivedFiles } from './files.ts'
import type { Manifest } from './manifest.ts'
import { restoreRegion, unmuteRegion, type RestorePlan } from './restore.ts'

let product: TestProduct
let folder: string
let file: string
let manifest: Manifest

const photo = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7919) % 251))
const lost = '0199bbbb-0000-7000-8000-000000000002'
const kept = '0199bbbb-0000-7000-8000-000000000001'

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  folder = await mkdtemp(path.join(tmpdir(), 'bir-tereze-archive-'))
  file = path.join(folder, 'almaty.zip')
  const { almaty } = product
  const answered = await fileAndAssign(almaty)
  await answerAppeal(almaty, answered, {
    outcome: 'satisfied',
    text: 'ҚР ӘРПК 91-бабы. Кесте «2026-бекітілді».\tЖол\\жол\nекінші жол',
  })
  await fileAppeal(almaty, { text: 'Аулада шам жанбайды: \\N деген жазу бар, "тырнақша" мен 🏔 де бар.' })
  await attach(kept)
  await attach(lost)
  await product.installation.filesOf('t_almaty').put(kept, Readable.from([photo]))
  await fileAppeal(product.shymkent)
  manifest = await archive()
}, 120_000)

afterAll(async () => {
  await product?.close()
  if (folder) await rm(folder, { recursive: true })
})

const attach = (id: string) =>
  product.database.rows(
    `insert into t_almaty.attachment (id, draft_id, name, media_type, bytes, sha256, state, added_by, created_at)
      values ($1, $1, 'сурет.jpg', 'image/jpeg', $2, $3, 'kept', 'resident', now())`,
    [id, photo.length, createHash('sha256').update(photo).digest('hex')],
  )

const archive = (to = file, filesOf: (schema: string) => ArchivedFiles = product.installation.filesOf) =>
  archiveRegion({ ownerUrl: product.database.urls.owner, slug: 'almaty', file: to, filesOf, keyMark: 'mark' })

const restore = (slug: string | undefined, changed: Partial<RestorePlan> = {}) =>
  restoreRegion({
    urls: product.database.urls,
    file,
    slug,
    hosts: (name) => [`${name}.localhost`],
    filesOf: product.installation.filesOf,
    ...changed,
  })

/** Every row of every table of a schema, as text, in an order that is the same everywhere. */
async function rowsOf(schema: string, { rows }: TestDatabase = product.database) {
  const found: Record<string, string[]> = {}
  for (const table of Object.keys(ownership.tenant)) {
    const lines = await rows<{ line: string }>(`select t::text as line from ${schema}.${table} t order by 1`)
    found[table] = lines.map(({ line }) => line)
  }
  return found
}

const leftOut = Object.entries(ownership.tenant).flatMap(([table, { archive }]) => (archive === 'none' ? [table] : []))

/** What somebody finds of a region who looks past all doors. */
async function traces(slug: string, { rows, name }: TestDatabase = product.database) {
  const [found] = await rows<Record<string, number>>(
    `select (select count(*)::int from pg_roles where rolname = $1) as role,
        (select count(*)::int from pg_namespace where nspname = $2) as schema,
        (select count(*)::int from control.migration_ledger where scope = $2) as steps,
        (select count(*)::int from control.tenant where slug = $3) as directory,
        (select count(*)::int from control.tenant_host where slug = $3) as hosts`,
    [`tn_${name}_${slug}`, `t_${slug}`, slug],
  )
  const files = await readdir(path.join(product.filesDir, `t_${slug}`, 'kept'), {
    recursive: true,
    withFileTypes: true,
  })
    .then((entries) => entries.filter((entry) => entry.isFile()).length)
    .catch(() => 0)
  return { role: 0, schema: 0, steps: 0, directory: 0, hosts: 0, ...found, files }
}
const nothing = { role: 0, schema: 0, steps: 0, directory: 0, hosts: 0, files: 0 }

const catalogue = (schema: string, { rows }: TestDatabase = product.database) =>
  rows(
    `select array(select c.relname || '.' || k.conname || ' ' || replace(pg_get_constraintdef(k.oid), $1, '')
          from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = $1 order by 1) as keys,
        array(select replace(indexdef, $1, '') from pg_indexes where schemaname = $1 order by 1) as indexes,
        array(select table_name || '.' || privilege_type from information_schema.table_privileges
          where table_schema = $1 and grantee = (select role_name from control.tenant where schema_name = $1) order by 1) as rights`,
    [schema],
  )

test('an archive says what is in it, and leaves out only what lets somebody in now or is made anew', async () => {
  expect(manifest.steps).toEqual(migrations.tenant.map(({ name }) => name))
  expect(manifest.leftOut).toEqual(leftOut.toSorted())
  expect(leftOut).toContain('auth_session')
  expect(manifest.files.map(({ id }) => id)).toEqual([kept])
  expect(manifest.missing).toEqual([lost])
  expect(manifest.tables.find(({ name }) => name === 'appeal')?.rows).toBe(2)
  expect((await stat(file)).mode & 0o777, 'nobody else on the machine may read it').toBe(0o600)
  expect((await readdir(folder)).toSorted()).toEqual(['almaty.zip'])
})

test('restored under another slug it is the same, row by row and byte by byte, and nobody else was touched', async () => {
  const [almaty, shymkent] = [await rowsOf('t_almaty'), await rowsOf('t_shymkent')]
  const restored = await restore('copy')
  expect(restored).toMatchObject({ slug: 'copy', schema: 't_copy', hosts: ['copy.localhost'] })
  const copied = await rowsOf('t_copy')
  for (const [table, lines] of Object.entries(almaty)) {
    expect(copied[table], table).toEqual(leftOut.includes(table) ? [] : lines)
  }
  expect(await rowsOf('t_almaty')).toEqual(almaty)
  expect(await rowsOf('t_shymkent')).toEqual(shymkent)
  const photoThere = await buffer(await product.installation.filesOf('t_copy').read(kept))
  expect(photoThere.equals(photo)).toBe(true)
  expect(await catalogue('t_copy')).toEqual(await catalogue('t_almaty'))
})

test('a copy is muted until it is let speak, and only then do the overseers know of it', async () => {
  await restore('quiet')
  const find = async () => openRegistry(product.installation.database).bySlug('quiet')
  const national = () =>
    product.database.rows(`select population > 0 as people from national.region where slug = 'quiet'`)
  expect([(await find())?.muted, (await find())?.status]).toEqual([true, 'active'])
  expect(await national()).toEqual([])
  expect(await unmuteRegion(product.database.urls.owner, 'quiet')).toBe(true)
  expect((await find())?.muted).toBe(false)
  expect(await national()).toEqual([{ people: true }])
  expect(await unmuteRegion(product.database.urls.owner, 'quiet')).toBe(false)
  await expect(unmuteRegion(product.database.urls.owner, 'nowhere')).rejects.toThrow(RangeError)
})

test('it comes into another database under its own name, and its door lets its own role in alone', async () => {
  const other = await createTestDatabase(inject('superuserUrl'))
  try {
    const filesDir = await mkdtemp(path.join(folder, 'files-'))
    const store = diskLike(filesDir)
    await restore(undefined, { urls: other.urls, filesOf: () => store })
    const [here, there] = [await rowsOf('t_almaty'), await rowsOf('t_almaty', other)]
    for (const table of leftOut) delete here[table]
    expect(there).toMatchObject(here)
    expect(await readFile(path.join(filesDir, kept))).toEqual(photo)
    const rights = await other.rows(
      `select has_table_privilege($1, 't_almaty.appeal', 'update') as own, has_table_privilege($1, 't_almaty.journal', 'update') as journal`,
      [`tn_${other.name}_almaty`],
    )
    expect(rights).toEqual([{ own: true, journal: false }])
  } finally {
    await other.drop()
  }
})

test('an archive of an older version is restored and brought to the newest step', async () => {
  const newer = [
    ...migrations.tenant,
    {
      name: '29990101T0000_add_colour',
      statements: [`alter table hotline add column colour text not null default 'green'`],
    },
  ]
  await restore('older', { steps: newer })
  const colours = await product.database.rows('select distinct colour from t_older.hotline')
  expect(colours).toEqual([{ colour: 'green' }])
  expect((await traces('older')).steps).toBe(newer.length)
})

describe('refused, with nothing half done:', () => {
  /** What a restore was refused with; `restored` where it was not. */
  const refusal = (slug: string, changed: Partial<RestorePlan> = {}) =>
    restore(slug, changed).then(
      () => 'restored',
      (error: Error) => error.name,
    )

  test.each(['almaty', 'a b', 'x'.repeat(31)])('the slug %j', async (slug) => {
    expect(await refusal(slug)).toBe('ArchiveRefused')
    await expect(restore('almaty')).rejects.toThrow('There is a region called almaty')
  })

  test('a host of another region', async () => {
    await expect(restore('second', { hosts: () => ['shymkent.localhost'] })).rejects.toThrow('shymkent.localhost')
    expect(await traces('second')).toEqual(nothing)
  })

  test('a schema of a newer version', async () => {
    await expect(restore('second', { steps: migrations.tenant.slice(0, -1) })).rejects.toThrow('newer version')
    expect(await traces('second')).toEqual(nothing)
  })

  test('no archive at all', async () => {
    expect(await refusal('second', { file: path.join(folder, 'nowhere.zip') })).toBe('ArchiveRefused')
    const text = path.join(folder, 'text.zip')
    await writeFile(text, 'no archive')
    expect(await refusal('second', { file: text })).toBe('ArchiveRefused')
  })

  test('a file that is cut off, wherever', async () => {
    const { size } = await stat(file)
    for (const length of [0, 100, Math.floor(size / 2), size - 1]) {
      const cut = path.join(folder, 'cut.zip')
      await copyFile(file, cut)
      const handle = await open(cut, 'r+')
      await handle.truncate(length)
      await handle.close()
      expect(await refusal('second', { file: cut })).toBe('ArchiveRefused')
    }
    expect(await traces('second')).toEqual(nothing)
  })

  test('a file with one changed byte, wherever it stands, but in heads that stand twice: those change nothing', async () => {
    const whole = await readFile(file)
    const almaty = await rowsOf('t_almaty')
    const [outcomes, traced, restored]: [string[], unknown[], unknown[]] = [[], [], []]
    for (let at = 0; at < 24; at += 1) {
      const place = Math.floor((whole.length * (at + 0.5)) / 24)
      const changed = Buffer.from(whole)
      changed[place] = (changed[place] ?? 0) ^ 0x10
      const damaged = path.join(folder, 'damaged.zip')
      await writeFile(damaged, changed)
      const outcome = await restore(`damaged${at}`, { file: damaged }).then(
        () => 'restored',
        (error: Error) => error.name,
      )
      outcomes.push(outcome)
      if (outcome === 'restored') restored.push((await rowsOf(`t_damaged${at}`)).appeal)
      else traced.push(await traces(`damaged${at}`))
    }
    expect(outcomes.filter((outcome) => outcome !== 'restored').every((name) => name === 'ArchiveRefused')).toBe(true)
    expect(traced).toEqual(traced.map(() => nothing))
    expect(restored).toEqual(restored.map(() => almaty.appeal))
    expect(restored.length).toBeLessThan(4)
  }, 120_000)
})

test('a restore that is killed in the middle leaves nothing in the database, and is simply done again', async () => {
  // Where it writes itself into the directory: everything but that line is there.
  expect(await killedAt(product, 'control.tenant_host', () => restore('again'))).toBe('cut off')
  expect(await traces('again')).toEqual(nothing)
  await restore('again')
  const [almaty, again] = [await rowsOf('t_almaty'), await rowsOf('t_again')]
  expect(again.appeal).toEqual(almaty.appeal)
})

test('a restore that failed takes no file away that stood there before', async () => {
  const store = diskLike(await mkdtemp(path.join(folder, 'shared-')))
  await store.put(kept, Readable.from([photo]))
  await expect(
    restore('second', {
      filesOf: () => store,
      steps: [...migrations.tenant, { name: '29990101T0000_break', statements: ['select broken'] }],
    }),
  ).rejects.toThrow('broken')
  expect((await buffer(await store.read(kept))).equals(photo)).toBe(true)
})

test('an archive that cannot be written leaves the former one as it was', async () => {
  const target = path.join(folder, 'kept.zip')
  await writeFile(target, 'former')
  const failing: ArchivedFiles = {
    ...diskLike(folder),
    read: async () => {
      throw new Error('the store is away')
    },
  }
  await expect(archive(target, () => failing)).rejects.toThrow('the store is away')
  expect(await readFile(target, 'utf8')).toBe('former')
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
})

/** A file store of one folder. */
function diskLike(at: string): ArchivedFiles {
  return {
    put: async (id, content) => writeFile(path.join(at, id), await buffer(content)),
    read: async (id) => {
      const content = await readFile(path.join(at, id)).catch(() => {
        throw Object.assign(new Error('not there'), { name: 'NotFound' })
      })
      return Readable.from([content])
    },
    remove: (id) => rm(path.join(at, id), { force: true }),
  }
}
