/**
 * Passkeys: the browser is asked to make or use one, and the form goes out with its answer. A form for it is hidden until
 * this script finds that the browser can: without script nobody sees it.
 */

const attribute = 'data-passkey'

/** What the server sends: as the browser's own call takes it, but with base64url in the place of bytes. */
interface OptionsJson {
  readonly challenge: string
  readonly user?: { readonly id: string; readonly name: string; readonly displayName: string }
  readonly excludeCredentials?: readonly { readonly id: string; readonly type: 'public-key' }[]
}

const bytesOf = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

const textOf = (buffer: ArrayBuffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

async function makePasskey(options: OptionsJson): Promise<object | undefined> {
  const { challenge, user, excludeCredentials = [], ...rest } = options
  if (!user) return undefined
  const publicKey = {
    ...rest,
    challenge: bytesOf(challenge),
    user: { ...user, id: bytesOf(user.id) },
    excludeCredentials: excludeCredentials.map((known) => ({ ...known, id: bytesOf(known.id) })),
  } as unknown as PublicKeyCredentialCreationOptions
  const made = await navigator.credentials.create({ publicKey })
  if (!(made instanceof PublicKeyCredential) || !(made.response instanceof AuthenticatorAttestationResponse)) {
    return undefined
  }
  return {
    ...outsideOf(made),
    response: {
      clientDataJSON: textOf(made.response.clientDataJSON),
      attestationObject: textOf(made.response.attestationObject),
      transports: made.response.getTransports(),
    },
  }
}

async function answerByPasskey({ challenge, ...rest }: OptionsJson): Promise<object | undefined> {
  const publicKey = { ...rest, challenge: bytesOf(challenge) } as PublicKeyCredentialRequestOptions
  const used = await navigator.credentials.get({ publicKey })
  if (!(used instanceof PublicKeyCredential) || !(used.response instanceof AuthenticatorAssertionResponse)) {
    return undefined
  }
  const { clientDataJSON, authenticatorData, signature, userHandle } = used.response
  return {
    ...outsideOf(used),
    response: {
      clientDataJSON: textOf(clientDataJSON),
      authenticatorData: textOf(authenticatorData),
      signature: textOf(signature),
      ...(userHandle ? { userHandle: textOf(userHandle) } : {}),
    },
  }
}

const outsideOf = (credential: PublicKeyCredential) => ({
  id: credential.id,
  rawId: textOf(credential.rawId),
  type: credential.type,
  clientExtensionResults: credential.getClientExtensionResults(),
})

/** Asks for a challenge with the fields of the form, then the browser for its answer, and sends the form with it. */
async function send(form: HTMLFormElement, reply: HTMLInputElement, place: HTMLElement): Promise<void> {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && name !== 'intent') fields.append(name, value)
  }
  const asked = await fetch(place.dataset.options ?? '', { method: 'POST', body: fields })
  if (asked.ok) {
    const options = (await asked.json()) as OptionsJson
    const answer = await (place.dataset.passkey === 'make' ? makePasskey(options) : answerByPasskey(options))
    if (!answer) throw new Error('no answer')
    reply.value = JSON.stringify(answer)
  }
  // Refused: the form goes out without an answer, and its page says what was wrong.
  form.submit()
}

function improve(place: HTMLElement): void {
  const form = place.querySelector('form')
  const reply = form?.elements.namedItem('passkeyReply')
  if (!form || !(reply instanceof HTMLInputElement)) return
  place.hidden = false
  const failed = place.querySelector<HTMLElement>('[data-passkey-failed]')
  let under = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (under) return
    under = true
    if (failed) failed.hidden = true
    send(form, reply, place)
      .catch(() => {
        // The person has put the question away, or the device has nothing to answer with.
        if (failed) failed.hidden = false
      })
      .finally(() => {
        under = false
      })
  })
}

if ('PublicKeyCredential' in window) {
  for (const place of document.querySelectorAll<HTMLElement>(`[${attribute}]`)) improve(place)
}
