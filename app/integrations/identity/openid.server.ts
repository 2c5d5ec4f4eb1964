import * as openid from 'openid-client'
import { OutboundRefused, type Outbound } from '#app/core/outbound.ts'

/** A client of ours at somebody's provider. */
export interface OpenIdClient {
  readonly issuer: string
  readonly clientId: string
  /** Left out for a public client, which proves itself by PKCE alone. */
  readonly clientSecret?: string | undefined
}

/** What one sign-in is told apart by. */
export interface OpenIdAttempt {
  readonly redirectUri: string
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

/** Who a provider says has come. */
export interface OpenIdPerson {
  readonly issuer: string
  readonly subject: string
  readonly claims: Readonly<Record<string, unknown>>
}

/**
 * `address`: it is none, or not one we may call; `unreachable`: nobody answers there; `noProvider`: what answers is no provider
 * of that name; `denied`: the person was not let in there; `failed`: its answer does not hold.
 */
export type OpenIdReason = 'address' | 'unreachable' | 'noProvider' | 'denied' | 'failed'

/** A provider that cannot be used, or whose answer was not taken. */
export class OpenIdError extends Error {
  override readonly name = 'OpenIdError'
  readonly reason: OpenIdReason
  constructor(reason: OpenIdReason, cause?: unknown) {
    super(`The provider: ${reason}`, { cause })
    this.reason = reason
  }
}

/** Reads what a provider says of itself, and that it says it of this issuer. Throws OpenIdError. */
export async function discoverProvider(outbound: Outbound, client: OpenIdClient): Promise<openid.Configuration> {
  if (!URL.canParse(client.issuer)) throw new OpenIdError('address')
  const issuer = new URL(client.issuer)
  try {
    const found = await openid.discovery(issuer, client.clientId, undefined, authenticationOf(client.clientSecret), {
      [openid.customFetch]: fetchBy(outbound),
      // What is spoken to without TLS is the guard's to say: it knows the environment.
      execute: [
        openid.enableNonRepudiationChecks,
        ...(issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : []),
      ],
    })
    const { authorization_endpoint: door = '' } = found.serverMetadata()
    if (!URL.canParse(door) || new URL(door).protocol !== issuer.protocol) throw new OpenIdError('noProvider')
    return found
  } catch (error) {
    throw asOpenIdError(error, 'noProvider')
  }
}

/** Where a browser is sent to sign in. Throws OpenIdError. */
export async function providerDoor(
  outbound: Outbound,
  client: OpenIdClient,
  attempt: OpenIdAttempt,
  scopes: string,
): Promise<URL> {
  const provider = await discoverProvider(outbound, client)
  return openid.buildAuthorizationUrl(provider, {
    redirect_uri: attempt.redirectUri,
    scope: ['openid', 'email', 'profile', scopes].filter((scope) => scope !== '').join(' '),
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(attempt.codeVerifier),
    code_challenge_method: 'S256',
  })
}

/**
 * Takes what the browser brought back: state, issuer, code, signature, nonce and audience must hold. Claims of the ID token go
 * before those of the user info. Throws OpenIdError.
 */
export async function takeAnswer(
  outbound: Outbound,
  client: OpenIdClient,
  attempt: OpenIdAttempt,
  query: URLSearchParams,
): Promise<OpenIdPerson> {
  const provider = await discoverProvider(outbound, client)
  const came = new URL(attempt.redirectUri)
  came.search = query.toString()
  try {
    const tokens = await openid.authorizationCodeGrant(provider, came, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.codeVerifier,
      idTokenExpected: true,
    })
    const token = tokens.claims()
    if (!token) throw new OpenIdError('failed')
    const more = provider.serverMetadata().userinfo_endpoint
      ? await openid.fetchUserInfo(provider, tokens.access_token, token.sub)
      : {}
    return { issuer: token.iss, subject: token.sub, claims: { ...more, ...token } }
  } catch (error) {
    throw asOpenIdError(error, 'failed')
  }
}

const fetchBy =
  (outbound: Outbound): openid.CustomFetch =>
  (url, { body, headers, method, redirect, signal }) => {
    if (body instanceof ReadableStream || body instanceof ArrayBuffer) throw new TypeError('A body of an odd kind')
    return outbound(url, { body, headers, method, redirect, signal })
  }

/** By the way that the provider takes; without a word of it, by the one that is the standard's default. */
function authenticationOf(secret: string | undefined): openid.ClientAuth {
  if (secret === undefined) return openid.None()
  const [basic, post] = [openid.ClientSecretBasic(secret), openid.ClientSecretPost(secret)]
  return (server, client, body, headers) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (ways.includes('client_secret_basic') ? basic : post)(server, client, body, headers)
  }
}

function asOpenIdError(error: unknown, otherwise: OpenIdReason): OpenIdError {
  if (error instanceof OpenIdError) return error
  const refused = causesOf(error).find((cause) => cause instanceof OutboundRefused)
  if (refused) {
    const isAway = ['unreachable', 'tooSlow', 'unknownHost'].includes(refused.reason)
    const isOdd = ['tooLong', 'redirect'].includes(refused.reason)
    return new OpenIdError(isAway ? 'unreachable' : isOdd ? otherwise : 'address', error)
  }
  if (error instanceof openid.AuthorizationResponseError && error.error === 'access_denied')
    return new OpenIdError('denied', error)
  return new OpenIdError(otherwise, error)
}

/** An error and what led to it. */
function causesOf(error: unknown): unknown[] {
  const found: unknown[] = []
  for (let next = error; next instanceof Error && found.length < 5; next = next.cause) found.push(next)
  return found
}
