const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(timeZone, format)
  return format
}

/** Date (YYYY-MM-DD) and time (HH:MM) that a clock on the wall in `timeZone` shows at `at`. */
export function wallClockParts(at: Date, timeZone: string): { day: string; time: string } {
  const parts = formatFor(timeZone).formatToParts(at)
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? ''
  return { day: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` }
}

/** The moment at which a clock on the wall in `timeZone` shows `time` (HH:MM) on `day` (YYYY-MM-DD). */
export function momentOf(day: string, time: string, timeZone: string): Date {
  const guess = new Date(`${day}T${time}:00Z`)
  const seen = wallClockParts(guess, timeZone)
  const offset = Date.parse(`${seen.day}T${seen.time}:00Z`) - guess.getTime()
  return new Date(guess.getTime() - offset)
}
