import { agencyNames } from '#app/features/agencies/public.server.ts'
import { whatLettersName } from '#app/features/appeals/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import type { Letter } from '#app/core/letter.ts'

/** What was decided about a wish to reopen, to one of the people it belongs to; undefined where the address is gone. */
export async function reopeningLetter(
  ctx: TenantContext,
  appealId: string,
  { reopeningId = '', assignmentId }: Readonly<Record<string, string>>,
  recipientId: string,
): Promise<Letter | undefined> {
  const { to, number, opening, link, language, centre, t } = await whatLettersName(ctx, appealId, recipientId)
  if (!to) return undefined
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
  const names = share ? await agencyNames({ ...ctx, locale: language }, [share.agencyId]) : {}
  const verdict = decision === 'reopened' ? 'reopened' : 'declined'
  const lines = [
    ...opening,
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
    `${t('appeals:mail.trackHere')}\n${link}`,
    t('appeals:mail.linkHint'),
    centre,
  ]
  return { to, subject: t(`ratings:mail.${verdict}.subject`, { number }), text: lines.join('\n\n') }
}
