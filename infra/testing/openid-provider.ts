import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider, type Account, type Configuration, type JWK } from 'oidc-provider'

/** What a provider says of one of its people, `amr` and `acr` too. */
export type ProviderClaims = Readonly<Record<string, unknown>>

/** A real OpenID provider on this machine, as an akimat has one. */
export interface TestProvider {
  readonly issuer: string
  readonly client: { readonly id: string; readonly secret: string }
  /** Who can sign in there, by login. */
  readonly people: Map<string, ProviderClaims>
  close(): Promise<void>
}

const client = { id: 'bir-tereze', secret: 'a secret of the provider, long enough' }

/** Starts a provider that knows one client of ours, sent back to one of `redirectUris`. */
export async function startProvider(redirectUris: readonly string[]): Promise<TestProvider> {
  const people = new Map<string, ProviderClaims>()
  let answer: (request: IncomingMessage, response: ServerResponse) => unknown = () => undefined
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, configuration(redirectUris, people))
  const rest = provider.callback()
  answer = (request, response) =>
    request.url?.startsWith('/interaction/') ? interact(provider, request, response) : rest(request, response)
  return {
    issuer,
    client,
    people,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const configuration = (
  redirectUris: readonly string[],
  people: ReadonlyMap<string, ProviderClaims>,
): Configuration => ({
  clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [...redirectUris] }],
  cookies: { keys: ['a key of the tests'] },
  // Each provider signs with a key of its own.
  jwks: {
    keys: [
      {
        ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
        use: 'sig',
      } as JWK,
    ],
  },
  scopes: ['openid', 'email', 'profile', 'roles'],
  claims: {
    openid: ['sub', 'acr', 'amr'],
    email: ['email', 'email_verified'],
    profile: ['name'],
    roles: ['groups'],
  },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
  ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
  findAccount: (_ctx, login): Account => ({
    accountId: login,
    claims: () => ({ ...people.get(login), sub: login }),
  }),
  // Nobody is asked to consent to what the house's own administrator has set up.
  loadExistingGrant: async (ctx) => {
    const { client, session, provider, params } = ctx.oidc
    if (!client || !session?.accountId) return undefined
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
    grant.addOIDCScope(String(params?.scope ?? ''))
    await grant.save()
    return grant
  },
})

/** A page that asks for a login and no password: who comes is what the tests are about. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST') {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    response.end(
      '<!doctype html><html lang="en"><title>Provider</title><form method="post"><label>Login <input name="login"></label><button>Enter</button></form></html>',
    )
    return
  }
  const typed = new URLSearchParams((await request.toArray()).join(''))
  const login = typed.get('login') ?? ''
  const result =
    login === ''
      ? { error: 'access_denied', error_description: 'Nobody' }
      : { login: { accountId: login, remember: false, ...waysOf(login) } }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

/** `name+otp`: with which ways somebody says to have signed in. */
const waysOf = (login: string) => ({ amr: ['pwd', ...login.split('+').slice(1)] })

/**
 * Walks through the provider's pages as a browser without script would, from our door back to us. The address it would come
 * back to, which is not opened.
 */
export async function walkThrough(provider: TestProvider, door: string, login: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let next = new URL(door)
  let body: URLSearchParams | undefined
  for (let step = 0; step < 10; step += 1) {
    if (next.origin !== provider.issuer) return next
    const response = await fetch(next, {
      method: body ? 'POST' : 'GET',
      body,
      redirect: 'manual',
      headers: { Cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const location = response.headers.get('Location')
    if (location) {
      next = new URL(location, next)
      body = undefined
    } else if (next.pathname.startsWith('/interaction/') && !body) {
      body = new URLSearchParams({ login })
    } else throw new Error(`The provider says ${response.status}: ${(await response.text()).slice(0, 500)}`)
  }
  throw new Error('The provider leads around in circles')
}
