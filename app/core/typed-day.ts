import { z } from 'zod'
import { tidied } from './typed-text.ts'

/** A calendar day as people type it (23.11.2026) or as a date field sends it, as YYYY-MM-DD; undefined for what is none, and before 1900. */
export function typedDay(typed: string): string | undefined {
  const text = tidied(typed)
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text) ?? []
  const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
  const at = new Date(`${iso}T00:00:00Z`)
  // A day past the end of its month would become one of the next.
  // A year of three figures is a slip of the finger.
  return /^(19|[2-9]\d)\d\d-\d\d-\d\d$/.test(iso) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso)
    ? iso
    : undefined
}

/** A required calendar day; the message is a translation key. */
export const dayField = (message: string) =>
  z.string({ error: message }).transform((typed, check) => {
    const day = typedDay(typed)
    if (day) return day
    check.addIssue({ code: 'custom', message })
    return z.NEVER
  })
