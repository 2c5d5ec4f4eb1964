import type { TenantContext } from '#app/core/context.ts'
import { translatorOf } from '#app/core/i18n/texts.ts'
import type { Letter } from '#app/core/letter.ts'
import { paths } from '#app/core/paths.ts'

/** Tells a colleague that somebody's open work is theirs now; undefined for one who works here no more. */
export async function handedOverLetter(
  ctx: TenantContext,
  { id, subjectId, refs }: { readonly id: string; readonly subjectId: string; readonly refs?: Record<string, string> },
): Promise<Letter | undefined> {
  const receiver = await ctx.db
    .selectFrom('staffMember')
    .innerJoin('authUser', 'authUser.id', 'staffMember.userId')
    .select(['authUser.email', 'staffMember.locale'])
    .where('staffMember.id', '=', refs?.receiverId ?? '')
    .where('retiredAt', 'is', null)
    .executeTakeFirst()
  const leaver = await ctx.db
    .selectFrom('staffMember')
    .select('fullName')
    .where('id', '=', subjectId)
    .executeTakeFirst()
  // An event and its line in the journal have one id.
  const line = await ctx.db.selectFrom('journal').select('facts').where('id', '=', id).executeTakeFirst()
  if (!receiver || !leaver || !line) return undefined
  const t = translatorOf(ctx.texts[receiver.locale])
  const counted = (['answerDrafts', 'acts', 'translations', 'mentions'] as const).flatMap((kind) =>
    line.facts[kind] ? [`${t(`staff:work.${kind}`)}: ${line.facts[kind]}`] : [],
  )
  return {
    to: receiver.email,
    subject: t('staff:mail.handedOver.subject'),
    text: [
      t('staff:mail.handedOver.what'),
      [`${t('staff:mail.handedOver.from')}: ${leaver.fullName}`, ...counted].join('\n'),
      ctx.origin + paths.worklist(),
    ].join('\n\n'),
  }
}
