const time = String.raw`([01]?\d|2[0-3])(?:\s*[:.,]?\s*([0-5]\d))?`
const hours = new RegExp(String.raw`^${time}\s*(?:[-–—]|до|to)\s*${time}$`, 'i')

/**
 * Hours as people type them: `9-18.30`, `09:00 – 18:30`, `9 до 18`. `closed` for nothing or a dash; undefined for what
 * cannot be understood, or ends before it begins.
 */
export function typedHours(typed: string): readonly [from: string, to: string] | 'closed' | undefined {
  const text = typed.trim()
  if (/^[-–—]?$/.test(text)) return 'closed'
  const found = hours.exec(text)
  if (!found) return undefined
  const at = (hour = '', minute = '00') => `${hour.padStart(2, '0')}:${minute}`
  const [from, to] = [at(found[1], found[2]), at(found[3], found[4])]
  return from < to ? [from, to] : undefined
}
