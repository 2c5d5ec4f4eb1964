import { z } from 'zod'
import { dayField } from '#app/core/typed-day.ts'
import { tidied, typedLine, typedText } from '#app/core/typed-text.ts'
import { groundsOf } from './act.ts'

const longestText = 20_000

const assignmentId = z.string('acts:error.shareMissing').min(1, 'acts:error.shareMissing')
const submissionKey = z.uuid()
const text = typedText(
  longestText,
  { missing: 'acts:error.textMissing', tooLong: 'acts:error.textLong', tooShort: 'acts:error.textShort' },
  20,
)
const until = dayField('acts:error.untilMissing')
const ground = <const G extends readonly [string, ...string[]]>(grounds: G) =>
  z.enum(grounds, 'acts:error.groundMissing')

/** Where the law knows one ground, nobody is asked for it. */
const onlyGround = <const G extends string>(ground: G) =>
  z
    .unknown()
    .optional()
    .transform((): G => ground)

/** HH:MM, loosely typed: 9.30, 0930, 9. */
const time = z.string('acts:error.timeMissing').transform((typed, check) => {
  const [, hour = '', minute = '00'] = /^([01]?\d|2[0-3])(?:\s*[:.,]?\s*([0-5]\d))?$/.exec(typed.trim()) ?? []
  if (hour) return `${hour.padStart(2, '0')}:${minute}`
  check.addIssue({ code: 'custom', message: 'acts:error.timeMissing' })
  return z.NEVER
})

/** What an act is made of, by its kind. */
export const DraftAct = z.discriminatedUnion('kind', [
  z.object({
    submissionKey,
    kind: z.literal('extension'),
    assignmentId,
    ground: onlyGround(groundsOf.extension[0]),
    until,
    text,
  }),
  z.object({
    submissionKey,
    kind: z.literal('suspension'),
    assignmentId,
    ground: ground(groundsOf.suspension),
    until,
    text,
  }),
  z.object({
    submissionKey,
    kind: z.literal('resumption'),
    assignmentId,
    ground: onlyGround(groundsOf.resumption[0]),
    text,
  }),
  z.object({
    submissionKey,
    kind: z.literal('hearing'),
    assignmentId,
    ground: onlyGround(groundsOf.hearing[0]),
    hearsOn: dayField('acts:error.hearsOnMissing'),
    hearsTime: time,
    place: typedLine(500, { missing: 'acts:error.placeMissing', tooLong: 'acts:error.placeLong' }, 3),
    text,
  }),
  z.object({
    submissionKey,
    kind: z.literal('termination'),
    ground: onlyGround(groundsOf.termination[0]),
    earlier: z.string('acts:error.earlierMissing').trim().min(1, 'acts:error.earlierMissing'),
    text,
  }),
  z.object({ submissionKey, kind: z.literal('leaving'), ground: ground(groundsOf.leaving), text }),
])

/** The version a form was made from: an older one must not overwrite what came since. */
const version = z.coerce.number().int().positive()

/** The same once more, for a draft that is written anew. */
export const RedraftAct = z.intersection(DraftAct, z.object({ version }))

export const OfAct = z.object({ version })

export const ReturnAct = z.object({
  version,
  reason: typedText(2000, { missing: 'acts:error.reasonMissing', tooLong: 'acts:error.reasonLong' }, 3),
})

export const tellingWays = ['post', 'hand', 'telephone'] as const

export const NoteTelling = z.object({
  toldOn: dayField('acts:error.toldOnMissing'),
  toldWay: z.enum(tellingWays, 'acts:error.toldWayMissing'),
  toldRef: typedLine(200, { missing: 'acts:error.toldRefMissing', tooLong: 'acts:error.toldRefLong' }),
})

export const attendances = ['came', 'video', 'absent'] as const

export const KeepProtocol = z.object({
  attendance: z.enum(attendances, 'acts:error.attendanceMissing'),
  text: typedText(
    longestText,
    { missing: 'acts:error.protocolMissing', tooLong: 'acts:error.textLong', tooShort: 'acts:error.textShort' },
    20,
  ),
})

export const ObjectToAct = z
  .object({
    /** Made with the page: sending the same page twice does it once. */
    submissionKey,
    position: z.enum(['objects', 'agrees'], 'acts:error.positionMissing'),
    text: z
      .string()
      .optional()
      .transform((typed) => tidied(typed ?? ''))
      .pipe(
        z
          .string()
          .max(longestText, 'acts:error.textLong')
          .refine((typed) => typed.isWellFormed() && !typed.includes('\ufffd'), 'common:error.unreadable'),
      ),
  })
  .refine(({ position, text }) => position === 'agrees' || text.length >= 10, {
    path: ['text'],
    error: 'acts:error.objectionMissing',
  })

export type DraftAct = z.output<typeof DraftAct>
export type OfAct = z.output<typeof OfAct>
export type ReturnAct = z.output<typeof ReturnAct>
export type NoteTelling = z.output<typeof NoteTelling>
export type KeepProtocol = z.output<typeof KeepProtocol>
export type ObjectToAct = z.output<typeof ObjectToAct>
