import { appealLink, whatLettersName } from '#app/features/appeals/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import type { Letter } from '#app/core/letter.ts'

/**
 * What an appeal lacks and until when it may be brought, with the link that leads there, in the appeal's language. Undefined
 * where the person's address is gone, or nothing is waited for any more.
 */
export async function cureLetter(ctx: TenantContext, appealId: string, cureId: string): Promise<Letter | undefined> {
  const { appeal, to, centre, t } = await whatLettersName(ctx, appealId)
  const cure = await ctx.db
    .selectFrom('cure')
    .select(['missing', 'words', 'dueOn', 'state'])
    .where('id', '=', cureId)
    .executeTakeFirstOrThrow()
  if (!to || cure.state !== 'open' || appeal.closedAt) return undefined
  const lines = [
    t('appeals:mail.greeting'),
    t('cures:mail.what', { number: appeal.number ?? '' }),
    cure.missing.map((field) => `– ${t(`cures:missing.${field}`)}`).join('\n'),
    ...(cure.words ? [cure.words] : []),
    t('cures:mail.until', { day: formatDay(cure.dueOn) }),
    `${t('cures:mail.here')}\n${appealLink(ctx, appeal, 'cure')}`,
    t('cures:mail.otherwise'),
    t('appeals:mail.linkHint'),
    centre,
  ]
  return { to, subject: t('cures:mail.subject', { number: appeal.number ?? '' }), text: lines.join('\n\n') }
}
