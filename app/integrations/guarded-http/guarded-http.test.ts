import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import type { OutboundReason } from '#app/core/outbound.ts'
import { allowedHosts, openGuardedHttp, type Resolved } from './guarded-http.server.ts'
import { isPublicAddress } from './public-address.ts'
import { cert, key } from './test-certificate.ts'

const servers: Server[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** A server of the far end; its port. */
async function farEnd(listener: RequestListener): Promise<number> {
  return listening(createServer(listener))
}

async function listening(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const names =
  (table: Readonly<Record<string, readonly string[]>>) =>
  async (host: string): Promise<readonly Resolved[]> =>
    (table[host] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

const refused = (reason: OutboundReason) => expect.objectContaining({ name: 'OutboundRefused', reason })

describe('which addresses are public', () => {
  test.each(
    [
      '127.0.0.1 127.8.8.8 0.0.0.0 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1',
      '100.127.255.255 224.0.0.1 255.255.255.255 192.0.2.1 198.18.0.1 240.0.0.1 :: ::1 fe80::1 fc00::1 fd12:3456::1',
      'ff02::1 fec0::1 ::ffff:10.0.0.1 ::ffff:8.8.8.8 ::ffff:7f00:1 ::10.0.0.1 64:ff9b::10.0.0.1 64:ff9b:1::a00:1',
      '2002:0a00:0001:: 2001:0:a00:1::1 2001:db8::1 100::1 5f00::1 4000::1 fe80::1%eth0 localhost',
    ].flatMap((line) => line.split(' ')),
  )('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test.each(['8.8.8.8', '195.12.113.1', '2a00:1450:4001:81b::200e', '2606:4700::1111'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})

describe('an address that a region typed in', () => {
  test('is called at nothing but https', async () => {
    const call = openGuardedHttp({ resolve: names({ 'id.example.kz': ['195.12.113.1'] }) })
    for (const url of ['http://id.example.kz/', 'ftp://id.example.kz/', 'file:///etc/passwd', 'data:,x'])
      await expect(call(url)).rejects.toThrow(refused('scheme'))
    await expect(call('id.example.kz')).rejects.toThrow(refused('address'))
    await expect(call('https://me:secret@id.example.kz/')).rejects.toThrow(refused('credentials'))
  })

  test.each([
    ['127.0.0.1'],
    ['10.0.0.8'],
    ['169.254.169.254'],
    ['::ffff:10.0.0.1'],
    ['64:ff9b::a00:1'],
    // One good address does not make up for a bad one.
    ['195.12.113.1', '192.168.0.1'],
    ['2a00:1450:4001:81b::200e', '::1'],
  ])('is refused where its name stands for %s', async (...addresses) => {
    const call = openGuardedHttp({ resolve: names({ 'id.example.kz': addresses }) })
    await expect(call('https://id.example.kz/')).rejects.toThrow(refused('privateAddress'))
  })

  test.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://0/',
    'https://[::1]/',
    'https://[::ffff:169.254.169.254]/',
    'https://①②⑦.0.0.1/',
    'https://localhost/',
  ])('is refused when written as %s', async (url) => {
    await expect(openGuardedHttp()(url)).rejects.toThrow(refused('privateAddress'))
  })

  test('is refused where nobody knows the name', async () => {
    const call = openGuardedHttp({ resolve: names({}) })
    await expect(call('https://nobody.example.kz/')).rejects.toThrow(refused('unknownHost'))
  })

  test('is looked up once, and the address that was looked at is called', async () => {
    const seen: string[] = []
    const port = await farEnd((request, response) => {
      seen.push(`${request.headers.host} at ${request.socket.localAddress}`)
      response.end('here')
    })
    let asked = 0
    const resolve = async () => [{ address: asked++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 }]
    const call = openGuardedHttp({ resolve, allow: ['twice.example.kz'] })
    const response = await call(`http://twice.example.kz:${port}/`)
    expect([await response.text(), seen, asked]).toEqual(['here', [`twice.example.kz:${port} at 127.0.0.1`], 1])
  })
})

describe('the allow-list of the environment', () => {
  test('opens http and a private address for the host it names, and for no other', async () => {
    const port = await farEnd((request, response) => response.end(`${request.method} ${request.url}`))
    const other = await farEnd((_request, response) => response.end())
    const call = openGuardedHttp({ allow: allowedHosts(` 127.0.0.1:${port}, `) })
    expect(await (await call(`http://127.0.0.1:${port}/a?b`)).text()).toBe('GET /a?b')
    await expect(call(`http://127.0.0.1:${other}/`)).rejects.toThrow(refused('scheme'))
    await expect(call(`https://127.0.0.1:${other}/`)).rejects.toThrow(refused('privateAddress'))
    await expect(call(`http://localhost:${port}/`)).rejects.toThrow(refused('scheme'))
  })

  test('sends form bodies, texts and bytes, and gives any status back', async () => {
    const port = await farEnd((request, response) => {
      void request.toArray().then((chunks) => {
        const body = chunks.join('')
        response.writeHead(request.url === '/gone' ? 410 : 200, { 'Set-Cookie': ['a=1', 'b=2'] })
        response.end(`${request.method} ${request.headers['content-type'] ?? 'none'} ${body}`)
      })
    })
    const call = openGuardedHttp({ allow: [`127.0.0.1:${port}`] })
    const send = async (body: string | URLSearchParams | Uint8Array) =>
      (await call(`http://127.0.0.1:${port}/`, { method: 'post', body })).text()
    expect(await send(new URLSearchParams({ code: 'Ә' }))).toBe(
      'POST application/x-www-form-urlencoded;charset=UTF-8 code=%D3%98',
    )
    expect(await send('Ә')).toBe('POST none Ә')
    expect(await send(new TextEncoder().encode('Ә'))).toBe('POST none Ә')
    const gone = await call(`http://127.0.0.1:${port}/gone`)
    expect([gone.status, gone.headers.getSetCookie()]).toEqual([410, ['a=1', 'b=2']])
  })
})

describe('a redirect', () => {
  const leading = (where: string) =>
    farEnd((_request, response) => void response.writeHead(302, { Location: where }).end())

  test.each([
    'http://169.254.169.254/latest/meta-data',
    '//10.0.0.1/',
    'https://id.example.kz/',
    'file:///etc/passwd',
    'http://x:y@127.0.0.1/',
  ])('to %s, another scheme or none of ours, is not followed', async (where) => {
    const port = await leading(where)
    const call = openGuardedHttp({ allow: [`127.0.0.1:${port}`], resolve: names({ 'id.example.kz': ['8.8.8.8'] }) })
    await expect(call(`http://127.0.0.1:${port}/`)).rejects.toThrow(refused('scheme'))
  })

  test.each([
    'https://169.254.169.254/latest/meta-data',
    'https://inner.example.kz/',
    'https://[::ffff:7f00:1]/',
    'https://2130706433/',
  ])('from a public name to %s is not followed', async (where) => {
    const server = createSecureServer({ key, cert }, (_request, response) => {
      response.writeHead(302, { Location: where }).end()
    })
    const port = await listening(server)
    const resolve = names({ 'id.example.kz': ['127.0.0.1'], 'inner.example.kz': ['10.0.0.1'] })
    const call = openGuardedHttp({ allow: [`id.example.kz:${port}`], ca: cert, resolve })
    expect((await call(`https://id.example.kz:${port}/`, { redirect: 'manual' })).status).toBe(302)
    await expect(call(`https://id.example.kz:${port}/`)).rejects.toThrow(refused('privateAddress'))
  })

  test('is followed three times, and not a fourth', async () => {
    const port = await farEnd((request, response) => {
      const left = Number(request.url?.slice(1))
      if (left > 0) response.writeHead(307, { Location: `/${left - 1}` })
      response.end(`left ${left}`)
    })
    const call = openGuardedHttp({ allow: [`127.0.0.1:${port}`] })
    expect(await (await call(`http://127.0.0.1:${port}/3`)).text()).toBe('left 0')
    await expect(call(`http://127.0.0.1:${port}/4`)).rejects.toThrow(refused('redirect'))
    expect((await call(`http://127.0.0.1:${port}/4`, { redirect: 'manual' })).status).toBe(307)
  })

  test('takes no key to another host, and no form anywhere', async () => {
    const seen: (string | undefined)[] = []
    const second = await farEnd((request, response) => {
      seen.push(request.headers.authorization, request.headers.cookie, request.headers['x-signature'] as string)
      response.end(request.headers.accept)
    })
    const first = await leading(`http://127.0.0.1:${second}/`)
    const call = openGuardedHttp({ allow: ['127.0.0.1'] })
    const headers = { Authorization: 'Bearer secret', Cookie: 'a=b', 'X-Signature': 's', Accept: 'text/plain' }
    expect(await (await call(`http://127.0.0.1:${first}/`, { headers })).text()).toBe('text/plain')
    expect(seen).toEqual([undefined, undefined, undefined])
    await expect(call(`http://127.0.0.1:${first}/`, { method: 'POST', body: 'secret=1' })).rejects.toThrow(
      refused('redirect'),
    )
  })
})

describe('an answer', () => {
  test('without an end is cut off at its cap', async () => {
    const port = await farEnd((_request, response) => {
      const more = () => void (response.destroyed || (response.write('x'.repeat(10_000)), setTimeout(more, 1)))
      more()
    })
    const call = openGuardedHttp({ allow: ['127.0.0.1'], mostBytes: 50_000 })
    await expect(call(`http://127.0.0.1:${port}/`)).rejects.toThrow(refused('tooLong'))
  })

  test('that trickles is given up in time, however it keeps itself alive', async () => {
    const port = await farEnd((_request, response) => {
      const more = () => void (response.destroyed || (response.write('x'), setTimeout(more, 20)))
      more()
    })
    const call = openGuardedHttp({ allow: ['127.0.0.1'], patience: 300 })
    const begun = performance.now()
    await expect(call(`http://127.0.0.1:${port}/`)).rejects.toThrow(refused('tooSlow'))
    expect(performance.now() - begun).toBeLessThan(3000)
  })

  test('that never comes, or a name server that never answers, is given up in time', async () => {
    const port = await farEnd(() => undefined)
    const call = openGuardedHttp({ allow: ['127.0.0.1'], patience: 200, resolve: () => new Promise(() => undefined) })
    await expect(call(`http://127.0.0.1:${port}/`)).rejects.toThrow(refused('tooSlow'))
    await expect(call('https://slow.example.kz/')).rejects.toThrow(refused('tooSlow'))
  })

  test('under a certificate that nobody vouches for, or of another name, is not taken', async () => {
    const port = await listening(createSecureServer({ key, cert }, (_request, response) => response.end()))
    const resolve = names({ 'id.example.kz': ['127.0.0.1'], 'other.example.kz': ['127.0.0.1'] })
    const allow = ['id.example.kz', 'other.example.kz']
    await expect(openGuardedHttp({ allow, resolve })(`https://id.example.kz:${port}/`)).rejects.toThrow(
      refused('unreachable'),
    )
    const call = openGuardedHttp({ allow, resolve, ca: cert })
    await expect(call(`https://other.example.kz:${port}/`)).rejects.toThrow(refused('unreachable'))
  })

  test('of nobody, or of somebody who speaks no TLS, is a far end that cannot be reached', async () => {
    const port = await farEnd((_request, response) => response.end())
    const call = openGuardedHttp({ allow: ['127.0.0.1'] })
    await expect(call(`https://127.0.0.1:${port}/`)).rejects.toThrow(refused('unreachable'))
    await expect(call('http://127.0.0.1:9/')).rejects.toThrow(refused('unreachable'))
  })
})
