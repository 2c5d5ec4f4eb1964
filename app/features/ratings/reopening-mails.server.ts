import { agencyNames } from '#app/features/agencies/public.server.ts'
import { appealLink, whatLettersName } from '#app/features/appeals/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import type { Letter } from '#app/core/letter.ts'

/** What was decided about a wish to reopen, in the appeal's language; undefined where the person's address is gone. */
export async function reopeningLetter(
  ctx: TenantContext,
  appealId: string,
  reopeningId: string,
  assignmentId?: string,
): Promise<Letter | undefined> {
  const { appeal, to, centre, t } = await whatLettersName(ctx, appealId)
  if (!to) return undefined
  const number = appeal.number ?? ''
  const { decision, decisionReason } = await ctx.db
    .selectFrom('reopening')
    .select(['decision', 'decisionReason'])
    .where('id', '=', reopeningId)
    .executeTakeFirstOrThrow()
  const share = assignmentId
    ? await ctx.db
        .selectFrom('assignment')
        .select(['agencyId', 'dueOn'])
        .where('id', '=', assignmentId)
        .executeTakeFirst()
    : undefined
  const names = share ? await agencyNames({ ...ctx, locale: appeal.language }, [share.agencyId]) : {}
  const verdict = decision === 'reopened' ? 'reopened' : 'declined'
  const lines = [
    t('appeals:mail.greeting'),
    t(`ratings:mail.${verdict}.what`, { number }),
    `${t('ratings:mail.why')}\n${decisionReason}`,
    ...(share
      ? [
          [
            `${t('appeals:mail.forwarded.to')}: ${names[share.agencyId] ?? ''}`,
            `${t('appeals:receipt.dueOn')}: ${formatDay(share.dueOn)}`,
          ].join('\n'),
          t('ratings:mail.kept'),
        ]
      : [t('appeals:answer.rightOfAppeal')]),
    `${t('appeals:mail.trackHere')}\n${appealLink(ctx, appeal)}`,
    t('appeals:mail.linkHint'),
    centre,
  ]
  return { to, subject: t(`ratings:mail.${verdict}.subject`, { number }), text: lines.join('\n\n') }
}
