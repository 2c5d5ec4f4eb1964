import { unfilledIn } from '#app/features/templates/public.server.ts'
import { may } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, type Message } from '#app/core/errors.ts'
import { translatorOf } from '#app/core/i18n/texts.ts'
import { localeNames } from '#app/core/i18n/locales.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { judge, type Checks, type Similar } from './gate.ts'
import { bandsOf, likenessOf, nearlyTheSame } from './likeness.ts'

interface Answered {
  readonly id: string
  readonly language: LocaleCode
}

/** So many earlier answers are compared word by word: the index has found them, and any of them is as good a warning. */
const mostCompared = 20

/** Looks at an answer as the law and the house do, and says what was seen. */
export async function checkAnswer(ctx: TenantContext, appeal: Answered, text: string): Promise<Checks> {
  const paragraph = translatorOf(ctx.texts[appeal.language])('appeals:answer.rightOfAppeal')
  return {
    ...judge(text, appeal.language, paragraph, unfilledIn(text)),
    similar: await findSimilar(ctx, appeal.id, text),
  }
}

/**
 * Throws InvalidInput that names every check that an answer did not pass. What is law stops; `confirmed` says that its
 * likeness to an earlier answer was seen and meant. What was checked, for who goes on.
 */
export async function mustPassGate(
  ctx: TenantContext,
  appeal: Answered,
  text: string,
  confirmed: boolean,
): Promise<Checks> {
  const checks = await checkAnswer(ctx, appeal, text)
  const { language, norm, rightOfAppeal, fields, similar } = checks
  const failed: Record<string, Message> = {}
  if (!language.ok)
    failed.checkLanguage = { key: 'letters:error.language', values: { language: localeNames[language.wanted] } }
  if (!norm.ok) failed.checkNorm = { key: 'letters:error.norm' }
  if (!rightOfAppeal.ok) failed.checkRightOfAppeal = { key: 'letters:error.rightOfAppeal' }
  if (!fields.ok) failed.checkFields = { key: 'letters:error.fields', values: { fields: fields.left.join(', ') } }
  if (similar && !confirmed)
    failed.similar = { key: 'letters:error.similar', values: { number: similar.number, percent: similar.percent } }
  if (Object.keys(failed).length > 0) throw new InvalidInput(failed)
  return checks
}

/**
 * What is wrong with the words of an act: in another language than the appeal's, without a norm, or with a field that nobody
 * filled in; undefined where nothing is.
 */
export function wordProblem(ctx: TenantContext, appeal: Answered, text: string): Message | undefined {
  const paragraph = translatorOf(ctx.texts[appeal.language])('appeals:answer.rightOfAppeal')
  const { language, norm, fields } = judge(text, appeal.language, paragraph, unfilledIn(text))
  if (!language.ok) return { key: 'acts:error.language', values: { language: localeNames[language.wanted] } }
  if (!norm.ok) return { key: 'acts:error.norm' }
  return fields.ok ? undefined : { key: 'acts:error.fields', values: { fields: fields.left.join(', ') } }
}

/** The answer to another appeal that is most alike, if it is nearly the same. */
async function findSimilar(ctx: TenantContext, appealId: string, text: string): Promise<Similar | undefined> {
  const bands = bandsOf(text)
  const rows = await ctx.db
    .with('hit', (db) =>
      db
        .selectFrom('answerLetter')
        .select('answerId')
        .where((where) => where('bands', '&&', where.val(bands)))
        .where('appealId', '!=', appealId)
        .limit(mostCompared),
    )
    .selectFrom('hit')
    .innerJoin('answer', 'answer.id', 'hit.answerId')
    .innerJoin('appeal', 'appeal.id', 'answer.appealId')
    .select(['answer.text', 'appeal.id', 'appeal.number', 'appeal.agencyIds'])
    .execute()
  const [nearest] = rows
    .map((row) => ({ ...row, likeness: likenessOf(text, row.text) }))
    .toSorted((a, b) => b.likeness - a.likeness)
  if (!nearest || nearest.likeness < nearlyTheSame) return undefined
  return {
    number: nearest.number ?? '',
    appealId: may(ctx.ability, 'read', 'Appeal', nearest) ? nearest.id : null,
    percent: Math.round(nearest.likeness * 100),
  }
}
