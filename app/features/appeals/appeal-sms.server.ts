import type { TenantContext } from '#app/core/context.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import { translatorOf } from '#app/core/i18n/texts.ts'
import type { Sms } from '#app/core/letter.ts'
import { paths } from '#app/core/paths.ts'
import { segmentsOf } from '#app/core/sms-text.ts'
import { shortAppealLink, shortKeyLength, type Way } from './appeal-link.server.ts'
import { getAppeal, type AppealRow } from './appeals.queries.server.ts'
import { personOf } from './people.queries.server.ts'

/** What a person is told of by SMS. */
export type SmsKind =
  | 'receipt'
  | 'forwarded'
  | 'partForwarded'
  | 'split'
  | 'answer'
  | 'partAnswered'
  | 'withdrawal'
  | 'postponed'
  | 'cosigned'
  | 'left'
  | 'merged'
  | 'absorbed'
  | 'unmerged'
  | 'extended'
  | 'suspended'
  | 'resumed'
  | 'hearingCalled'
  | 'terminated'
  | 'leftUnconsidered'
  | 'reopened'
  | 'reopenDeclined'
  | 'cure'

/** An SMS about an appeal to one of the people it belongs to, in their language; undefined where their number is gone. */
export async function appealSms(
  ctx: TenantContext,
  appealId: string,
  kind: SmsKind,
  recipientId = '',
): Promise<Sms | undefined> {
  const appeal = await getAppeal(ctx, appealId)
  // Who was answered meanwhile waits no longer.
  if (kind === 'postponed' && appeal.closedAt) return undefined
  const { phone, way } = await personOf(ctx, appealId, recipientId)
  return phone ? { to: phone, text: smsText(ctx, appeal, way, kind, shortAppealLink(ctx, way)) } : undefined
}

/** What stands for the key of a link wherever it is shown to staff; as long as a key is. */
const hiddenKey = 'X'.repeat(shortKeyLength)

/** The SMS that would go out now, without the key of its link: staff never see it. Undefined where none would. */
export function previewSms(ctx: TenantContext, appeal: AppealRow, kind: SmsKind) {
  if (!ctx.hasSms || !appeal.answerChannels.includes('sms')) return undefined
  const link = ctx.origin + paths.openByNumber(appeal.language, appeal.number ?? '', hiddenKey)
  const text = smsText(ctx, appeal, appeal, kind, link)
  return { text: text.replace(hiddenKey, '…'), segments: segmentsOf(text).parts.length }
}

/** With these a person is told until when to wait; of parts the page says it, each has its own date. */
const waiting: readonly SmsKind[] = [
  'receipt',
  'forwarded',
  'postponed',
  'cosigned',
  'merged',
  'unmerged',
  'extended',
  'resumed',
  'reopened',
]

/** As few words as will do: what happened, the number, the due date where one waits, and where to read on. */
function smsText(
  ctx: TenantContext,
  appeal: AppealRow,
  { number, language }: Pick<Way, 'number' | 'language'>,
  kind: SmsKind,
  link: string,
): string {
  const t = translatorOf(ctx.texts[language])
  return [
    t(`appeals:sms.${kind}`, { number: number ?? '' }),
    ...(waiting.includes(kind) ? [t('appeals:sms.due', { day: formatDay(appeal.dueOn) })] : []),
    link,
  ].join(' ')
}
