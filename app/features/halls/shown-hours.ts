import type { Opening } from '#db/schema/vocabulary.ts'
import type { Weekday } from './opening.ts'

/** Hours as they are shown and may be typed again; nothing for a closed day. */
export const shownHours = (opening: Opening, day: Weekday): string => opening[day]?.join(' – ') ?? ''
