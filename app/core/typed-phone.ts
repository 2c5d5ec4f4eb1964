import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { z } from 'zod'
import { tidied } from './typed-text.ts'

/** A telephone number as people type it, in E.164; without a country it is one of Kazakhstan. Undefined for what is none. */
export function typedPhone(typed: string): string | undefined {
  const number = parsePhoneNumberFromString(tidied(typed).replace(/^00/, '+'), 'KZ')
  return number?.isValid() ? number.number : undefined
}

/** A telephone number of any country; messages are translation keys. Short numbers (1308, 112) are none. */
export const phoneField = (messages: { missing: string; invalid: string }) =>
  z.string({ error: messages.missing }).transform((typed, check) => {
    if (tidied(typed) === '') {
      check.addIssue({ code: 'custom', message: messages.missing })
      return z.NEVER
    }
    const phone = typedPhone(typed)
    if (phone) return phone
    check.addIssue({ code: 'custom', message: messages.invalid })
    return z.NEVER
  })
