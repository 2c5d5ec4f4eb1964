import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ForbiddenError } from '@casl/ability'
import express from 'express'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { InvalidInput, NotFound, Refusal } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { openGuardedHttp } from '#app/integrations/guarded-http/guarded-http.server.ts'
import type { Names } from '#app/integrations/names/names.server.ts'
import { answerToken, leadOn } from '#infra/server/own-host.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { serveHost } from '#tenants/hosts.ts'
import { openRegistry, type Registry } from '#tenants/registry.ts'
import { resolveWorld } from '#tenants/resolve.ts'
import { getDomains } from './features/domains/domains.queries.server.ts'
import { addHost, askCheck, removeHost, showByGiven, showByHost } from './features/domains/own-hosts.server.ts'
import { tokenPath } from './features/domains/public.server.ts'
import { settleHost } from './settle-host.server.ts'

let product: TestProduct
let registry: Registry
/** This product's own server, as the world reaches it; and a web server of somebody else. */
let here: Server
let elsewhere: Server
/** What is at `elsewhere`; which server each name leads to, and what the names say. */
let file = ''
const leads = new Map<string, Server>()
const aliases = new Map<string, string>()
const texts = new Map<string, string>()

const listen = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}
const portOf = (server: Server) => (server.address() as AddressInfo).port

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  // Told of every change at once: what is remembered is the registry's own test.
  let time = 0
  registry = openRegistry(product.installation.database, () => (time += 10_000))
  const app = express()
  const secret = await product.almaty.as({ kind: 'system' }, async (ctx) => ctx.secret)
  app.get(tokenPath, answerToken(registry, secret))
  app.use((incoming, outgoing, next) => {
    resolveWorld(registry, 'platform.localhost', incoming.headers.host)
      .then((world) => {
        if (world.kind !== 'tenant') return outgoing.status(404).type('text').send('Not found')
        if (leadOn(world.tenant, (host) => `https://${host}`, incoming, outgoing)) return
        return outgoing.send(world.tenant.slug)
      })
      .catch(next)
  })
  here = await listen(createServer(app))
  elsewhere = await listen(createServer((_incoming, outgoing) => outgoing.writeHead(file ? 200 : 404).end(file)))
})
afterAll(async () => {
  for (const server of [here, elsewhere]) await new Promise((resolve) => server.close(resolve))
  await product?.close()
})
beforeEach(async () => {
  for (const known of [leads, aliases, texts]) known.clear()
  file = ''
  for (const schema of ['t_almaty', 't_shymkent']) await product.database.rows(`delete from ${schema}.own_host`)
  await product.database.rows('delete from control.tenant_host where proved_at is not null')
  await product.database.rows('delete from control.host_claim')
})

const names: Names = {
  aliasesOf: async (host) => [aliases.get(host) ?? []].flat(),
  textsOf: async (host) => [texts.get(host) ?? []].flat(),
}

const add = (region: TestRegion, host: string) =>
  region.as(region.admin, (ctx) => addHost(ctx, { submissionKey: newId(), host }))
const shown = async (region: TestRegion, host: string) => {
  const { hosts } = await region.as(region.admin, (ctx) => getDomains(ctx))
  const found = hosts.find((one) => one.host === host)
  if (!found) throw new Error(`${host} is not there`)
  return found
}

/** What the worker does: the real guarded client, by the port that the name leads to here. */
async function settle(region: TestRegion, id: string, meanwhile = async () => undefined as void): Promise<void> {
  const platform = product.installation.platformJob()
  await region
    .as({ kind: 'system' }, (ctx) => {
      const outbound: typeof ctx.outbound = async (url, wish) => {
        await meanwhile()
        const { hostname } = new URL(url)
        const server = leads.get(hostname)
        const target = new URL(url)
        target.port = String(server ? portOf(server) : 1)
        const call = openGuardedHttp({
          allow: [hostname],
          resolve: async () => (server ? [{ address: '127.0.0.1', family: 4 }] : []),
        })
        return call(target, wish)
      }
      return settleHost({ ...ctx, outbound }, platform.ctx, { names, directoryAge: 0 }, id)
    })
    .finally(platform.close)
}

async function check(region: TestRegion, host: string) {
  const { id } = await shown(region, host)
  await region.as(region.admin, (ctx) => askCheck(ctx, id))
  await settle(region, id)
  return shown(region, host)
}

function get(host: string, path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
  return new Promise<{ status: number; location: string; body: string }>((resolve, reject) => {
    const asked = request(
      { port: portOf(here), host: '127.0.0.1', path, method, headers: { host, accept: 'text/html', ...headers } },
      (answer) => {
        let body = ''
        answer.on('data', (chunk: Buffer) => (body += chunk.toString()))
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '', body }),
        )
      },
    )
    asked.on('error', reject)
    asked.end()
  })
}

const host = 'open.almaty.kz'
const pointAt = (region: TestRegion, name = host) => {
  aliases.set(name, `${region.tenant.slug}.localhost`)
  leads.set(name, here)
}

describe('a host of a region’s own', () => {
  it('that is an alias of the region’s name is proved by our own server, and served without a restart', async () => {
    await add(product.almaty, ' Open.Almaty.KZ ')
    expect((await get(host, '/kk')).status).toBe(404)
    pointAt(product.almaty)
    expect(await check(product.almaty, host)).toMatchObject({ state: 'served', problem: undefined })
    expect(await get(host, '/kk')).toMatchObject({ status: 200, body: 'almaty' })
    expect((await get('almaty.localhost', '/kk')).body, 'the former one goes on').toBe('almaty')
    const [line] = await product.database.rows(
      `select subject_id, facts from control.journal where event = 'region.hostServed' order by id desc limit 1`,
    )
    expect(line).toEqual({ subject_id: 'almaty', facts: { host } })
  })

  it('is proved by a file on the site that stands there now, or by a text in the directory of names', async () => {
    await add(product.almaty, host)
    leads.set(host, elsewhere)
    expect(await check(product.almaty, host)).toMatchObject({ state: 'failed', problem: 'noToken' })
    file = 'something else'
    expect(await check(product.almaty, host)).toMatchObject({ state: 'failed', problem: 'otherToken' })
    file = `${(await shown(product.almaty, host)).token}\n`
    expect(await check(product.almaty, host)).toMatchObject({ state: 'served' })

    const apex = 'almaty.kz'
    await add(product.almaty, apex)
    leads.set(apex, here)
    expect(await check(product.almaty, apex)).toMatchObject({ problem: 'noToken' })
    texts.set(`_bir-tereze.${apex}`, (await shown(product.almaty, apex)).token)
    expect(await check(product.almaty, apex)).toMatchObject({ state: 'served' })
  })

  it('is not served where nobody knows it or it does not answer', async () => {
    await add(product.almaty, host)
    expect(await check(product.almaty, host)).toMatchObject({ state: 'failed', problem: 'unknownHost' })
    expect((await get(host, '/kk')).status).toBe(404)
  })

  it('is judged before it is kept, and is the administrator’s alone', async () => {
    for (const typed of ['almaty.localhost', '127.0.0.1', 'https://open.almaty.kz', '*.almaty.kz', 'open.almaty.kz.'])
      await expect(add(product.almaty, typed)).rejects.toBeInstanceOf(InvalidInput)
    await add(product.almaty, host)
    await expect(add(product.almaty, host)).rejects.toBeInstanceOf(InvalidInput)
    const { id } = await shown(product.almaty, host)
    const { dispatcher } = product.almaty
    const forbidden = [
      () => product.almaty.as(dispatcher, (ctx) => addHost(ctx, { submissionKey: newId(), host: 'a.kz' })),
      () => product.almaty.as(dispatcher, (ctx) => removeHost(ctx, id)),
      () => product.almaty.as(dispatcher, (ctx) => getDomains(ctx)),
    ]
    for (const tried of forbidden) await expect(tried()).rejects.toBeInstanceOf(ForbiddenError)
    const { shymkent } = product
    await expect(shymkent.as(shymkent.admin, (ctx) => removeHost(ctx, id))).rejects.toBeInstanceOf(NotFound)
  })
})

describe('a host of another region', () => {
  it('is not got by asking first: a name that leads here leads to whom its owner says', async () => {
    await add(product.shymkent, host)
    pointAt(product.almaty)
    expect(await check(product.shymkent, host)).toMatchObject({ state: 'failed', problem: 'noToken' })
    await add(product.almaty, host)
    expect(await check(product.almaty, host)).toMatchObject({ state: 'served' })
    expect(await check(product.shymkent, host)).toMatchObject({ state: 'failed', problem: 'otherToken' })
    expect((await get(host, '/kk')).body).toBe('almaty')
  })

  it('stays that one’s while it is served, whatever the names say later; given up, it can be had', async () => {
    await add(product.almaty, host)
    pointAt(product.almaty)
    await check(product.almaty, host)
    await add(product.shymkent, host)
    leads.set(host, elsewhere)
    file = (await shown(product.shymkent, host)).token
    expect(await check(product.shymkent, host)).toMatchObject({ state: 'failed', problem: 'taken' })
    const { id } = await shown(product.almaty, host)
    await product.almaty.as(product.almaty.admin, (ctx) => removeHost(ctx, id))
    await settle(product.almaty, id)
    expect(await check(product.shymkent, host)).toMatchObject({ state: 'served' })
    // The wish to give it up comes once more.
    await settle(product.almaty, id)
    expect((await get(host, '/kk')).body).toBe('shymkent')
  })

  it('is not served where it was given up while the worker looked', async () => {
    await add(product.almaty, host)
    pointAt(product.almaty)
    const { id } = await shown(product.almaty, host)
    const asAdmin = (act: typeof askCheck) => product.almaty.as(product.almaty.admin, (ctx) => act(ctx, id))
    await asAdmin(askCheck)
    let isGivenUp = false
    await settle(product.almaty, id, async () => {
      if (!isGivenUp) await asAdmin(removeHost)
      isGivenUp = true
    })
    expect((await get(host, '/kk')).status).toBe(404)
    expect(await product.database.rows('select 1 from control.host_claim')).toEqual([])
  })

  it('goes to one of two who come at the same moment, and what the platform gave to nobody', async () => {
    const { withControl } = product.installation.database
    const now = new Date()
    const both = ['almaty', 'shymkent'].map((slug) => withControl((db) => serveHost(db, { slug, host }, now)))
    expect((await Promise.all(both)).toSorted()).toEqual([false, true])
    const given = { slug: 'almaty', host: 'shymkent.localhost' }
    expect(await withControl((db) => serveHost(db, given, now))).toBe(false)
    expect((await get('shymkent.localhost', '/kk')).body).toBe('shymkent')
  })
})

describe('the path of the token', () => {
  it('tells of a host that was brought and leads here, and of all others the same nothing', async () => {
    await add(product.almaty, host)
    const nothing = await get('nobody.example.kz', tokenPath)
    expect(nothing).toMatchObject({ status: 404, body: 'Not found' })
    expect(await get(host, tokenPath), 'before its names lead here').toEqual(nothing)
    expect(await get('almaty.localhost', tokenPath)).toEqual(nothing)
    pointAt(product.almaty)
    await check(product.almaty, host)
    expect(await get(`${host.toUpperCase()}:443`, tokenPath)).toMatchObject({
      status: 200,
      body: (await shown(product.almaty, host)).token,
    })
  })
})

describe('the host by which a region shows itself', () => {
  const origin = () =>
    product.almaty.as({ kind: 'system' }, async () => (await registry.bySlug('almaty'))?.primary ?? '')
  const serve = async () => {
    await add(product.almaty, host)
    pointAt(product.almaty)
    return check(product.almaty, host)
  }
  const choose = async (act: typeof showByHost, id: string) => {
    await product.almaty.as(product.almaty.admin, (ctx) => act(ctx, id))
    await settle(product.almaty, id)
  }

  it('is chosen by the administrator; readers of the former one are led on, with path and query', async () => {
    const { id } = await serve()
    expect(await origin()).toBe('')
    await choose(showByHost, id)
    expect(await origin()).toBe(host)
    const old = 'almaty.localhost'
    expect(await get(old, '/kk/a/75-26-000001/KEY?x=1')).toMatchObject({
      status: 302,
      location: `https://${host}/kk/a/75-26-000001/KEY?x=1`,
    })
    expect((await get(host, '/kk')).status).toBe(200)
    expect((await get(old, '/kk', {}, 'POST')).status, 'a form stays').toBe(200)
    expect((await get(old, '/kk', { cookie: 'a=b; __Host-bt_draft=x' })).status, 'who writes stays').toBe(200)
    expect((await get(old, '/desk', { accept: 'application/json' })).status, 'a script stays').toBe(200)
    expect((await get('shymkent.localhost', '/kk')).body).toBe('shymkent')
    await choose(showByGiven, id)
    expect([await origin(), (await get(old, '/kk')).status]).toEqual(['', 200])
  })

  it('is the given one while its own does not lead here: that is shown and not dropped, and comes back', async () => {
    const { id } = await serve()
    await choose(showByHost, id)
    leads.delete(host)
    await settle(product.almaty, id)
    expect(await shown(product.almaty, host)).toMatchObject({
      state: 'served',
      problem: 'unknownHost',
      isPrimary: true,
      failingSince: '23.11.2026 09:00',
      failsLong: false,
    })
    expect([await origin(), (await get('almaty.localhost', '/kk')).status]).toEqual(['', 200])
    product.almaty.clock.move(new Date('2026-12-10T04:00:00Z'))
    expect((await shown(product.almaty, host)).failsLong).toBe(true)
    await expect(product.almaty.as(product.almaty.admin, (ctx) => showByHost(ctx, id))).rejects.toBeInstanceOf(Refusal)
    leads.set(host, here)
    await settle(product.almaty, id)
    expect(await shown(product.almaty, host)).toMatchObject({ problem: undefined, failingSince: '' })
    expect(await origin()).toBe(host)
    product.almaty.clock.move(new Date('2026-11-23T04:00:00Z'))
  })

  it('is the given one again when its own is given up', async () => {
    const { id } = await serve()
    await choose(showByHost, id)
    await choose(removeHost, id)
    expect([await origin(), (await get(host, '/kk')).status]).toEqual(['', 404])
    expect((await get('almaty.localhost', '/kk')).body).toBe('almaty')
  })
})
