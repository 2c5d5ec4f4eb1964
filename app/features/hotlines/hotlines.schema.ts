import { z } from 'zod'
import { changeForm, versionedForm } from '#app/core/changes/changes.schema.ts'
import { typedLine } from '#app/core/typed-text.ts'
import { hotlineKinds, isHotlineNumber } from './hotline.ts'

const hotline = {
  kind: z.enum(hotlineKinds, 'hotlines:error.kindMissing'),
  number: typedLine(30, { missing: 'hotlines:error.numberMissing', tooLong: 'hotlines:error.landline' }),
}

function judge({ kind, number }: { kind: 'landline' | 'short'; number: string }, check: z.RefinementCtx) {
  if (isHotlineNumber(kind, number)) return
  const message = kind === 'short' ? 'hotlines:error.short' : 'hotlines:error.landline'
  check.addIssue({ code: 'custom', path: ['number'], message })
}

export const AddHotline = z.object({ ...changeForm, ...hotline }).superRefine(judge)

export const ChangeHotline = z.object({ ...versionedForm, ...hotline }).superRefine(judge)

export type AddHotline = z.output<typeof AddHotline>
export type ChangeHotline = z.output<typeof ChangeHotline>
