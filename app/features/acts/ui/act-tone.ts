import type { ActStatus } from '#db/schema/vocabulary.ts'

/** How the state of an act looks. */
export const toneOf = {
  drafted: 'neutral',
  approved: 'info',
  signed: 'good',
  discarded: 'neutral',
} as const satisfies Record<ActStatus, string>

/** How it looks whether the person was told. */
export const noticeTone = { due: 'warn', told: 'good', late: 'danger', missing: 'danger' } as const
