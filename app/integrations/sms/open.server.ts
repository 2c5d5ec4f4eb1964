import type { Sms } from '#app/core/letter.ts'
import { segmentsOf } from '#app/core/sms-text.ts'
import { notTaken, type SmsGateway, type SmsReceipt } from './gateway.ts'
import { openSmppGateway } from './smpp.server.ts'
import { openSmscGateway } from './smsc.server.ts'

/** More than this is no short message: a text that grew so long is a fault of ours, which somebody must mend. */
const mostSegments = 6

/** The gateway that `url` names: `smpp:` and `smpps:` speak SMPP 3.4, `http:` and `https:` the interface of SMSC.kz. */
export function openSms(url: string, from: string, onReceipt: (receipt: SmsReceipt) => Promise<void>): SmsGateway {
  const address = new URL(url)
  const gateway = address.protocol.startsWith('http')
    ? openSmscGateway({ url: address, from })
    : openSmppGateway({ url: address, from, onReceipt })
  return { ...gateway, send: (sms, which) => checked(sms, () => gateway.send(sms, which)) }
}

async function checked<T>(sms: Sms, send: () => Promise<T>): Promise<T | { readonly taken: false }> {
  if (!/^\+[1-9]\d{6,14}$/.test(sms.to)) return { taken: false }
  const { parts } = segmentsOf(sms.text)
  if (parts.length === 0 || parts.length > mostSegments) throw notTaken(`${parts.length} segments`)
  return send()
}
