import { ForbiddenError } from '@casl/ability'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { listArchives } from '#app/features/archives/archives.queries.server.ts'
import { askArchive, askCopy, askUnmute } from '#app/features/archives/ask-archive.server.ts'
import { askTakeout } from '#app/features/takeouts/ask-takeout.server.ts'
import { takeTakeout } from '#app/features/takeouts/take-takeout.server.ts'
import { listTakeouts } from '#app/features/takeouts/takeouts.queries.server.ts'
import type { StaffPrincipal } from '#app/core/access/principal.ts'
import type { PersonContext, TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound, Refusal, TooManyTries } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { setPassword } from '#app/core/access/accounts.server.ts'
import { fileAppeal } from '#infra/testing/appeals.ts'
import { deliveredMails } from '#infra/testing/deliver.ts'
import { openPlatformColleague, type PlatformColleague } from '#infra/testing/platform.ts'
import { actsByItself } from '#tenants/registry.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { openArchive } from '#tenants/archives/open-archive.ts'
import { openArchiving, type ArchiveJob } from './archiving.ts'
import { tidy } from './tidy.ts'

let product: TestProduct
let operator: PlatformColleague
let overseer: PlatformColleague
let folder: string
let queued: ArchiveJob[] = []

const password = 'таудағы қызыл алма 42'

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  operator = await openPlatformColleague(product, 'operator', 'platformOperator')
  overseer = await openPlatformColleague(product, 'overseer', 'overseer')
  folder = await mkdtemp(path.join(tmpdir(), 'bir-tereze-archives-'))
  await fileAppeal(product.almaty)
  await givePassword(product.almaty, product.almaty.admin)
}, 120_000)

afterAll(async () => {
  await product?.close()
  if (folder) await rm(folder, { recursive: true })
})

beforeEach(() => {
  queued = []
})

const archiving = (changes: Partial<Parameters<typeof openArchiving>[0]> = {}) =>
  openArchiving({
    installation: product.installation,
    urls: product.database.urls,
    folder,
    kept: 2,
    secret: 'a secret of the tests, long enough to be one',
    enqueue: async (job) => queued.push(job),
    ...changes,
  })

const userOf = async (schema: string, id: string) =>
  (
    await product.database.rows<{ user: string }>(`select user_id as user from ${schema}.staff_member where id = $1`, [
      id,
    ])
  )[0]?.user ?? ''

async function givePassword(region: TestRegion, person: StaffPrincipal) {
  const userId = await userOf(region.tenant.schema, person.id)
  await region.as(undefined, async (ctx) => {
    const hash = await ctx.identity.hash(password)
    await inTransaction(ctx, (ctx) => setPassword(ctx, userId, hash))
  })
}

/** As somebody who is signed in. */
const signedInAs = async <T>(
  region: TestRegion,
  person: StaffPrincipal,
  work: (ctx: TenantContext & PersonContext) => Promise<T>,
) => {
  const userId = await userOf(region.tenant.schema, person.id)
  const signedIn = { sessionId: newId(), userId, person, secondFactorDue: false }
  return region.as(person, (ctx) => work({ ...ctx, signedIn }))
}

const wish = (currentPassword = password) => ({ submissionKey: crypto.randomUUID(), currentPassword })
const askAsAdmin = (input = wish()) => signedInAs(product.almaty, product.almaty.admin, (ctx) => askTakeout(ctx, input))
const takeouts = () => product.almaty.as(product.almaty.admin, (ctx) => listTakeouts(ctx))
const take = (id: string) => product.almaty.as(product.almaty.admin, (ctx) => takeTakeout(ctx, id))

describe('a region’s data in its own hands', () => {
  test('is asked for with the own password, by the administrator alone, once a form', async () => {
    const { almaty } = product
    const dispatcher = signedInAs(almaty, almaty.dispatcher, (ctx) => askTakeout(ctx, wish()))
    await expect(dispatcher).rejects.toBeInstanceOf(ForbiddenError)
    await expect(askAsAdmin(wish('қате құпия сөз'))).rejects.toBeInstanceOf(InvalidInput)
    expect(await takeouts()).toEqual([])
    const same = wish()
    await askAsAdmin(same)
    await askAsAdmin(same)
    expect(await takeouts()).toMatchObject([{ state: 'asked', askedBy: almaty.admin.name }])
    await expect(askAsAdmin()).rejects.toBeInstanceOf(Refusal)
  })

  test('is made by the worker, told by mail, taken once, and is an archive as any other', async () => {
    const { almaty } = product
    const [{ id = '' } = {}] = await takeouts()
    await archiving().run({ kind: 'takeout', region: 'almaty', id }, false)
    await archiving().run({ kind: 'takeout', region: 'almaty', id }, false)
    const [ready] = await takeouts()
    expect(ready?.state).toBe('ready')
    const mails = await deliveredMails(almaty, product, [id])
    expect([...mails.keys()]).toEqual(['admin@almaty.example'])
    expect(mails.get('admin@almaty.example')?.[0]?.text).toContain('/admin/data')
    const { content, name, bytes } = await take(id)
    const taken = await buffer(content)
    expect([name, taken.length]).toEqual(['almaty-2026-11-23.zip', bytes])
    expect(createHash('sha256').update(taken).digest('hex')).toBe(ready?.sha256)
    await expect(take(id)).rejects.toBeInstanceOf(Refusal)
    // What was taken is in nobody's store any more.
    await expect
      .poll(() =>
        almaty.as(almaty.admin, (ctx) =>
          ctx.files.read(id).then(
            () => 'there',
            () => 'gone',
          ),
        ),
      )
      .toBe('gone')
    const lines = await product.database.rows(
      `select event, actor_kind as who from ${almaty.tenant.schema}.journal where subject_id = $1 order by id`,
      [id],
    )
    expect(lines).toEqual([
      { event: 'takeout.asked', who: 'staff' },
      { event: 'takeout.ready', who: 'system' },
      { event: 'takeout.taken', who: 'staff' },
    ])
  })

  test('is no other region’s, nobody else’s, and is gone after a day', async () => {
    const { almaty, shymkent } = product
    await askAsAdmin()
    const [{ id = '' } = {}] = await takeouts()
    await archiving().run({ kind: 'takeout', region: 'almaty', id }, false)
    await expect(shymkent.as(shymkent.admin, (ctx) => takeTakeout(ctx, id))).rejects.toBeInstanceOf(NotFound)
    await expect(almaty.as(almaty.dispatcher, (ctx) => takeTakeout(ctx, id))).rejects.toBeInstanceOf(ForbiddenError)
    const before = almaty.clock.now()
    almaty.clock.move(new Date(Date.now() + 25 * 3_600_000))
    await expect(take(id)).rejects.toBeInstanceOf(Refusal)
    expect((await takeouts())[0]?.state).toBe('expired')
    almaty.clock.move(before)
    await product.database.rows(
      `update ${almaty.tenant.schema}.takeout set expires_at = now() - interval '1 hour' where id = $1`,
      [id],
    )
    await tidy(product.installation, (_world, error) => {
      throw error
    })
    const rows = await product.database.rows(`select state from ${almaty.tenant.schema}.takeout where id = $1`, [id])
    expect(rows).toEqual([{ state: 'expired' }])
  })

  test('cannot be made without an owner’s login, which is said; three a day and no more', async () => {
    await askAsAdmin()
    const [{ id = '' } = {}] = await takeouts()
    await archiving({ urls: undefined }).run({ kind: 'takeout', region: 'almaty', id }, false)
    expect((await takeouts())[0]?.state).toBe('failed')
    await expect(askAsAdmin()).rejects.toBeInstanceOf(TooManyTries)
  })
})

const list = (slug = 'almaty') => operator.as((ctx) => listArchives(ctx, slug))

describe('the platform’s archives', () => {
  test('are written by the worker into its folder, with size and checksum, and only one at a time', async () => {
    await operator.as((ctx) => askArchive(ctx, 'almaty'))
    await expect(operator.as((ctx) => askArchive(ctx, 'almaty'))).rejects.toBeInstanceOf(Refusal)
    const [{ id = '' } = {}] = (await list()).archives
    await archiving().run({ kind: 'archive', id }, false)
    const { archives, isWaiting } = await list()
    expect([archives[0]?.state, archives[0]?.size, isWaiting]).toEqual(['done', expect.stringMatching(/[КМ]Б/), false])
    const file = await openArchive(path.join(folder, `${id}.zip`))
    expect(file.manifest.region.slug).toBe('almaty')
    file.close()
    expect((await list('shymkent')).archives).toEqual([])
  })

  test('become a muted copy under another name, which is asked for once and not over another region', async () => {
    const [{ id = '' } = {}] = (await list()).archives
    const input = { submissionKey: crypto.randomUUID(), archiveId: id, copySlug: 'almaty-copy' }
    const taken = { ...input, copySlug: 'shymkent', submissionKey: crypto.randomUUID() }
    await expect(operator.as((ctx) => askCopy(ctx, 'almaty', taken))).rejects.toBeInstanceOf(InvalidInput)
    await expect(operator.as((ctx) => askCopy(ctx, 'shymkent', input))).rejects.toBeInstanceOf(NotFound)
    await operator.as((ctx) => askCopy(ctx, 'almaty', input))
    await operator.as((ctx) => askCopy(ctx, 'almaty', input))
    const { copies } = await list()
    expect(copies).toHaveLength(1)
    const job = { kind: 'copy', id: copies[0]?.id ?? '' } as const
    await archiving().run(job, false)
    await archiving().run(job, false)
    expect((await list()).copies).toMatchObject([{ state: 'done', slug: 'almaty-copy' }])
    const copy = await product.database.rows(
      `select muted_at is not null as muted from control.tenant where slug = 'almaty-copy'`,
    )
    expect(copy).toEqual([{ muted: true }])
    await operator.as((ctx) => askUnmute(ctx, 'almaty-copy'))
    const event = { id: newId(), event: 'region.unmuteAsked', subjectKind: 'region', subjectId: 'almaty-copy' }
    const { ctx, close } = product.installation.platformJob()
    await archiving().follow(ctx, event).finally(close)
    const spoken = await product.database.rows(`select slug from control.tenant where muted_at is null order by slug`)
    expect(spoken.map(({ slug }) => slug)).toEqual(['almaty', 'almaty-copy', 'shymkent'])
    await expect(operator.as((ctx) => askUnmute(ctx, 'almaty'))).rejects.toBeInstanceOf(Refusal)
  })

  test('of every night stay two a region, and those that were asked for stay', async () => {
    // What became of a region a moment ago is seen when the directory is read the next time.
    const acting = async () => (await product.installation.registry.all()).filter(actsByItself).length
    await expect.poll(acting, { timeout: 10_000 }).toBe(3)
    for (let night = 0; night < 3; night += 1) {
      await archiving().everyNight()
      for (const job of queued.splice(0)) await archiving().run(job, false)
    }
    const states = (await list()).archives.map(({ state, askedBy }) => [state, askedBy === null])
    expect(states).toEqual([
      ['done', true],
      ['done', true],
      ['removed', true],
      ['done', false],
    ])
    const kept = (await readdir(folder)).filter((name) => name.endsWith('.zip'))
    expect(kept).toHaveLength(3 * 2 + 1)
  }, 60_000)

  test('are for operators alone, and say what is missing where there is no folder', async () => {
    for (const work of [
      overseer.as((ctx) => listArchives(ctx, 'almaty')),
      overseer.as((ctx) => askUnmute(ctx, 'almaty')),
    ])
      await expect(work).rejects.toBeInstanceOf(ForbiddenError)
    await expect(overseer.as(async (ctx) => askArchive(ctx, 'almaty'))).rejects.toBeInstanceOf(ForbiddenError)
    await operator.as((ctx) => askArchive(ctx, 'shymkent'))
    const [{ id = '' } = {}] = (await list('shymkent')).archives
    await archiving({ folder: undefined }).run({ kind: 'archive', id }, false)
    expect((await list('shymkent')).archives[0]).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('ARCHIVES_DIR'),
    })
  })
})
