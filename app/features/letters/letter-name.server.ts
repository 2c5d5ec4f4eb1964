import type { TenantContext } from '#app/core/context.ts'

/**
 * What a letter's file is called: an act's by the act's number; of answers an appeal may have several, of several bodies, and
 * of one body more than one where it was answered again. In ASCII, the same for ever.
 */
export async function letterName({ db }: TenantContext, letterId: string): Promise<string> {
  const { number, slug, actNumber, appealId } = await db
    .selectFrom('answerLetter')
    .innerJoin('appeal', 'appeal.id', 'answerLetter.appealId')
    .leftJoin('agency', 'agency.id', 'answerLetter.agencyId')
    .leftJoin('act', 'act.id', 'answerLetter.actId')
    .select(['appeal.number', 'agency.slug', 'act.number as actNumber', 'answerLetter.appealId'])
    .where('answerLetter.id', '=', letterId)
    .executeTakeFirstOrThrow()
  if (actNumber) return `act-${actNumber.replace('/', '-')}.pdf`
  const { place } = await db
    .selectFrom('answerLetter')
    .select((row) => row.fn.countAll<string>().as('place'))
    .where('appealId', '=', appealId)
    .where('answerId', 'is not', null)
    .where('id', '<=', letterId)
    .executeTakeFirstOrThrow()
  return `answer-${number ?? ''}-${place}-${slug ?? ''}.pdf`
}
