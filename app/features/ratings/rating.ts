import type { RatingMeaning } from '#db/schema/vocabulary.ts'

/** What a person's word about an answer comes to; the first two end the matter, the last one asks for a decision. */
export const ratingMeanings = ['solved', 'partly', 'notSolved'] as const satisfies readonly RatingMeaning[]
