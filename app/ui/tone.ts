import type { IconName } from '#app/ui/icon.tsx'

export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'danger'

/** Colour never speaks alone: every tone has its own shape. */
export const toneIcon = {
  neutral: 'neutral',
  info: 'info',
  good: 'check',
  warn: 'warning',
  danger: 'danger',
} satisfies Record<Tone, IconName>
