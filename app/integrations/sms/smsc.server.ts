import type { Sms } from '#app/core/letter.ts'
import { notTaken, type SmsGateway } from './gateway.ts'

export interface SmscSettings {
  /** `https://login:password@smsc.kz/sys/`: the folder in which `send.php` and `status.php` stand. */
  readonly url: URL
  readonly from: string
  /** How long a reply may take, milliseconds. */
  readonly patience?: number
}

/** Errors that are about the number: in a wrong form, or one that no message can reach. */
const unreachable = new Set([7, 8])

/** States of an earlier try: nobody knows of it, or there was no money for it. It may be sent. */
const neverSent = new Set([-3, 24])

/** States of an earlier try that was given up: the number does not exist or cannot be reached. */
const givenUp = new Set([20, 22, 25])

/**
 * SMS by the HTTP interface of SMSC.kz (smsc.kz/api/http), which takes our reference as the message's id. Before a second
 * try it is asked for that id: a message that was taken is not sent again. It tells nothing of itself afterwards.
 */
export function openSmscGateway({ url, from, patience = 15_000 }: SmscSettings): SmsGateway {
  async function ask(
    script: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<Readonly<Record<string, unknown>>> {
    const { username, password } = url
    const body = new URLSearchParams({
      login: decodeURIComponent(username),
      psw: decodeURIComponent(password),
      charset: 'utf-8',
      fmt: '3',
      ...fields,
    })
    const response = await fetch(addressOf(url, script), {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    }).catch((error: unknown) => {
      throw notTaken(error instanceof Error ? error.name : 'no reply')
    })
    const answer: unknown = await response.json().catch(() => undefined)
    if (!response.ok || typeof answer !== 'object' || answer === null) throw notTaken(`HTTP ${response.status}`)
    return answer as Readonly<Record<string, unknown>>
  }

  async function stateOf({ to }: Sms, reference: string): Promise<number> {
    const { status, error_code } = await ask('status.php', { phone: to, id: reference })
    if (typeof status === 'number') return status
    throw notTaken(`status, error ${Number(error_code)}`)
  }

  return {
    send: async (sms, { reference, again }) => {
      if (again) {
        const state = await stateOf(sms, reference)
        if (givenUp.has(state)) return { taken: false }
        if (!neverSent.has(state)) return { taken: true, ids: [] }
      }
      const { to, text } = sms
      const { cnt, error_code } = await ask('send.php', { phones: to, mes: text, id: reference, sender: from })
      if (unreachable.has(Number(error_code))) return { taken: false }
      if (error_code !== undefined || typeof cnt !== 'number') throw notTaken(`error ${Number(error_code)}`)
      return { taken: true, ids: [] }
    },
    close: async () => undefined,
  }
}

/** The script's own address, without who we are: that stands in the body, which no log keeps. */
function addressOf(url: URL, script: string): URL {
  const address = new URL(url)
  address.username = ''
  address.password = ''
  address.pathname = `${address.pathname.replace(/\/$/, '')}/${script}`
  return address
}
