import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'

/** Where passkeys belong: they open this origin and no other, not even a sister region's. */
export interface PasskeyPlace {
  readonly origin: string
  /** 32 random bytes in base64url, which may be answered once. */
  readonly challenge: string
}

/** What is kept of a passkey: nothing of it is secret. */
export interface PublicPasskey {
  readonly credentialId: string
  /** base64url */
  readonly publicKey: string
  readonly counter: string
  readonly transports: readonly string[]
}

interface Owner {
  readonly userId: string
  readonly email: string
  readonly name: string
  readonly siteName: string
  /** Passkeys the person has already: the same device is not added twice. */
  readonly known: readonly Pick<PublicPasskey, 'credentialId' | 'transports'>[]
}

const hostOf = (origin: string) => new URL(origin).hostname
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))
const asTransports = (names: readonly string[]) => [...names] as AuthenticatorTransport[]

/** What a browser needs to make a passkey, as JSON. It asks for the person's finger, face or PIN. */
export const creationOptions = (place: PasskeyPlace, owner: Owner): Promise<object> =>
  generateRegistrationOptions({
    rpID: hostOf(place.origin),
    rpName: owner.siteName,
    userID: bytes(Buffer.from(owner.userId).toString('base64url')),
    userName: owner.email,
    userDisplayName: owner.name,
    challenge: bytes(place.challenge),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: owner.known.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: [...transports],
    })),
  })

/** What a browser needs to sign in by whichever passkey the person picks, as JSON. */
export const requestOptions = (place: PasskeyPlace): Promise<object> =>
  generateAuthenticationOptions({
    rpID: hostOf(place.origin),
    challenge: bytes(place.challenge),
    userVerification: 'required',
  })

/** A browser's answer as it was sent. */
export interface PasskeyReply {
  readonly id: string
  readonly response: { readonly clientDataJSON: string }
}

/** The challenge that an answer says it answers; undefined where it says nothing that can be read. */
export function challengeOf(reply: PasskeyReply): string | undefined {
  try {
    const said: unknown = JSON.parse(Buffer.from(reply.response.clientDataJSON, 'base64url').toString('utf8'))
    const challenge = typeof said === 'object' && said !== null && 'challenge' in said ? said.challenge : undefined
    return typeof challenge === 'string' ? challenge : undefined
  } catch {
    return undefined
  }
}

/** The passkey that an answer brings; undefined where it does not answer this challenge at this place. */
export async function createdPasskey(place: PasskeyPlace, reply: PasskeyReply): Promise<PublicPasskey | undefined> {
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: reply as RegistrationResponseJSON,
    expectedChallenge: place.challenge,
    expectedOrigin: place.origin,
    expectedRPID: hostOf(place.origin),
    requireUserVerification: true,
  }).catch(() => ({ verified: false as const, registrationInfo: undefined }))
  if (!verified || !registrationInfo) return undefined
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential
  return {
    credentialId: id,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    counter: String(counter),
    transports,
  }
}

/** The passkey's new counter; undefined where the answer was not signed by it, for this challenge, at this place. */
export async function usedPasskey(
  place: PasskeyPlace,
  reply: PasskeyReply,
  { credentialId, publicKey, counter, transports }: PublicPasskey,
): Promise<string | undefined> {
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: reply as AuthenticationResponseJSON,
    expectedChallenge: place.challenge,
    expectedOrigin: place.origin,
    expectedRPID: hostOf(place.origin),
    credential: {
      id: credentialId,
      publicKey: bytes(publicKey),
      counter: Number(counter),
      transports: asTransports(transports),
    },
    requireUserVerification: true,
  }).catch(() => ({ verified: false as const, authenticationInfo: undefined }))
  return verified && authenticationInfo ? String(authenticationInfo.newCounter) : undefined
}
