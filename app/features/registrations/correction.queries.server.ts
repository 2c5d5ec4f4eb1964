import { appealAllows, applicantColumns, getAppeal } from '#app/features/appeals/public.server.ts'
import { servedChannels } from '#app/features/drafts/public.server.ts'
import { getRegion } from '#app/features/regions/public.server.ts'
import { authorize, may } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { maskedNumber } from '#app/core/masked.ts'

/** Fields that a correction may have changed, as they are named in texts. */
const correctable = [
  'kind',
  'fullName',
  'iin',
  'bin',
  'organisationName',
  'representedName',
  'basis',
  'country',
  'address',
  'email',
  'phone',
  'language',
  'answerChannels',
] as const

/** What stood in a field, as staff read it: a person's number is shown to nobody in full. */
function shownValue({ t }: TenantContext, field: (typeof correctable)[number], value: string | null): string {
  if (!value) return ''
  if (field === 'iin') return maskedNumber(value)
  if (field === 'kind') return t(`appeals:applicant.${value as 'person'}`)
  if (field === 'language') return t(`appeals:language.${value as 'kk'}`)
  if (field === 'answerChannels')
    return value
      .split(' ')
      .map((channel) => t(`appeals:channel.${channel as 'mail'}`))
      .join(', ')
  return value
}

/** What staff see of how an appeal was registered and put right since. Throws NotFound. */
export async function getIntake(ctx: TenantContext, appealId: string) {
  const appeal = await getAppeal(ctx, appealId)
  const { timeZone } = await getRegion(ctx)
  const registration = await ctx.db
    .selectFrom('registration')
    .selectAll()
    .where('appealId', '=', appealId)
    .executeTakeFirst()
  const rows = await ctx.db
    .selectFrom('correction')
    .leftJoin('staffMember', 'staffMember.id', 'correction.madeBy')
    .innerJoin('correctionValue', 'correctionValue.correctionId', 'correction.id')
    .select(['correction.id', 'correction.ground', 'correction.createdAt', 'staffMember.fullName'])
    .select(['correctionValue.field', 'correctionValue.former', 'correctionValue.present'])
    .where('correction.appealId', '=', appealId)
    .orderBy('correction.id', 'desc')
    .orderBy('correctionValue.field')
    .execute()
  const corrections = [...new Set(rows.map(({ id }) => id))].map((id) => {
    const ofOne = rows.filter((row) => row.id === id)
    return {
      id,
      ground: ofOne[0]?.ground ?? '',
      /** Empty where the person did it. */
      by: ofOne[0]?.fullName ?? '',
      at: ofOne[0] ? formatMoment(ofOne[0].createdAt, timeZone) : '',
      values: ofOne.flatMap(({ field, former, present }) => {
        const known = correctable.find((one) => one === field)
        if (!known) return []
        return [{ field: known, former: shownValue(ctx, known, former), present: shownValue(ctx, known, present) }]
      }),
    }
  })
  return {
    registration: registration && {
      by: `${registration.registrarName}, ${ctx.t(`staff:role.${registration.registrarRole}`)}`,
      at: formatMoment(registration.createdAt, timeZone),
      outside: [registration.outsideNumber, registration.outsideOn && formatDay(registration.outsideOn)]
        .filter(Boolean)
        .join(', '),
      threat: registration.threat,
    },
    corrections,
    canCorrect: may(ctx.ability, 'correct', 'Appeal', appeal) && appealAllows('correct', appeal),
  }
}

export type IntakeSeen = Awaited<ReturnType<typeof getIntake>>

/** The page on which a registration is put right: what stands there now. Throws NotFound, ForbiddenError. */
export async function getCorrection(ctx: TenantContext, appealId: string) {
  const appeal = await getAppeal(ctx, appealId)
  authorize(ctx.ability, 'correct', 'Appeal', appeal)
  const { iin, ...applicant } = await ctx.db
    .selectFrom('applicant')
    .select(applicantColumns)
    .where('id', '=', appeal.applicantId)
    .executeTakeFirstOrThrow()
  const { corrections, canCorrect } = await getIntake(ctx, appealId)
  return {
    id: appealId,
    number: appeal.number ?? '',
    version: appeal.version,
    open: canCorrect,
    now: {
      ...applicant,
      language: appeal.language,
      answerChannels: appeal.answerChannels.join(' '),
    } satisfies Readonly<Record<string, string | null>>,
    iin: iin ? maskedNumber(iin) : '',
    answerChannels: [...new Set([...(await servedChannels(ctx)), ...appeal.answerChannels])],
    corrections,
  }
}

export type CorrectionData = Awaited<ReturnType<typeof getCorrection>>
