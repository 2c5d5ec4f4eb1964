import { z } from 'zod'
import { tidied } from './typed-text.ts'

/** A time of day as people type it (9:05, 9.05, 0905) or as a time field sends it, as HH:MM; undefined for what is none. */
export function typedTime(typed: string): string | undefined {
  const [, hour, minute] = /^([01]?\d|2[0-3])\s?[:.,\s]?\s?([0-5]\d)(?::[0-5]\d)?$/.exec(tidied(typed)) ?? []
  return hour && minute ? `${hour.padStart(2, '0')}:${minute}` : undefined
}

/** A required time of day; the message is a translation key. */
export const timeField = (message: string) =>
  z.string({ error: message }).transform((typed, check) => {
    const time = typedTime(typed)
    if (time) return time
    check.addIssue({ code: 'custom', message })
    return z.NEVER
  })
