/** What a region's hotline is called by: a landline of the place, dialled without its code, or a short number. */
export const hotlineKinds = ['landline', 'short'] as const
export type HotlineKind = (typeof hotlineKinds)[number]

/** Digits as people write them: a short number has three to five, a landline five to twelve with blanks where they help. */
export function isHotlineNumber(kind: HotlineKind, number: string): boolean {
  if (kind === 'short') return /^\d{3,5}$/.test(number)
  return /^[\d\s()+-]+$/.test(number) && /^\d{5,12}$/.test(number.replace(/\D/g, ''))
}
