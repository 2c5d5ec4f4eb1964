/** The largest file that is taken for an emblem, bytes. */
export const mostEmblemBytes = 2 * 1024 * 1024
/** The longer side of a picture, pixels: what is smaller is a blot on paper. */
export const leastSide = 64

export const acceptedEmblems = '.png,.jpg,.jpeg,.webp,.svg,image/png,image/jpeg,image/webp,image/svg+xml'

/** What a picture is by its first bytes; undefined for one that is not taken. */
export function emblemFormatOf(head: Buffer): 'png' | 'jpeg' | 'webp' | 'svg' | undefined {
  const latin = (start: number, end: number) => head.toString('latin1', start, end)
  if (latin(0, 3) === '\xff\xd8\xff') return 'jpeg'
  if (latin(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (latin(0, 4) === 'RIFF' && latin(8, 12) === 'WEBP') return 'webp'
  const text = head.toString('utf8').replace(/^\ufeff/, '')
  return /^\s*</.test(text) && /<(\w+:)?svg[\s>]/.test(text) ? 'svg' : undefined
}
