import { agencyNames } from '#app/features/agencies/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import type { Translate } from '#app/core/i18n/texts.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { answersPerson, ofLastRound } from './share.ts'
import { getShares } from './shares.queries.server.ts'

/** One body that answers the person. */
interface LetterPart {
  readonly id: string
  readonly name: string
  readonly part: string
  readonly dueOn: string
  readonly answered: boolean
}

/** The bodies that answer the person, or have, in the order they got their parts, named in this language. */
export async function answeringParts(
  ctx: TenantContext,
  appealId: string,
  language: LocaleCode,
): Promise<LetterPart[]> {
  const shares = ofLastRound(await getShares(ctx, appealId)).filter(
    (share) => answersPerson(share) && share.withdrawnAt === null,
  )
  const names = await agencyNames(
    { ...ctx, locale: language },
    shares.map(({ agencyId }) => agencyId),
  )
  return shares.map(({ id, agencyId, part, dueOn, answeredAt }) => ({
    id,
    name: names[agencyId] ?? '',
    part,
    dueOn: formatDay(dueOn),
    answered: answeredAt !== null,
  }))
}

/** Which body has which part and until when, a line each. */
export const partLines = (t: Translate, { name, part, dueOn }: LetterPart): string =>
  [
    `${t('appeals:mail.forwarded.to')}: ${name}`,
    ...(part ? [`${t('appeals:life.part')}: ${part}`] : []),
    `${t('appeals:receipt.dueOn')}: ${dueOn}`,
  ].join('\n')
