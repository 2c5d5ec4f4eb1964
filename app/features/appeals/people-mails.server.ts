import type { TenantContext } from '#app/core/context.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import type { Letter } from '#app/core/letter.ts'
import { accessCode } from './access-code.server.ts'
import { whatLettersName } from './appeal-mails.server.ts'
import { shownCode } from './code.ts'
import { personOf } from './people.queries.server.ts'

type Told = 'cosigned' | 'left' | 'merged' | 'absorbed' | 'unmerged'
type Named = Awaited<ReturnType<typeof whatLettersName>>

/** A letter about whose an appeal is, to one of its people in their language; undefined where their address is gone. */
async function letterOf(
  ctx: TenantContext,
  appealId: string,
  recipientId: string,
  kind: Told,
  facts: (named: Named) => Promise<readonly string[]>,
): Promise<Letter | undefined> {
  const named = await whatLettersName(ctx, appealId, recipientId)
  const { to, number, opening, link, centre, t } = named
  if (!to) return undefined
  const lines = [
    ...opening,
    t(`appeals:mail.${kind}.what`, { number }),
    (await facts(named)).join('\n'),
    t(`appeals:mail.${kind}.next`),
    `${t('appeals:mail.trackHere')}\n${link}`,
    t('appeals:mail.linkHint'),
    centre,
  ]
  return {
    to,
    subject: t(`appeals:mail.${kind}.subject`, { number }),
    text: lines.filter((line) => line !== '').join('\n\n'),
  }
}

const dueLine = ({ appeal, t }: Named) => `${t('appeals:receipt.dueOn')}: ${formatDay(appeal.dueOn)}`

/** That somebody was named as a co-signer, with their own code and the way out. */
export const cosignedLetter = (ctx: TenantContext, appealId: string, recipientId: string) =>
  letterOf(ctx, appealId, recipientId, 'cosigned', async (named) => {
    const { way } = await personOf(ctx, appealId, recipientId)
    return [
      `${named.t('appeals:receipt.number')}: ${named.number}`,
      `${named.t('appeals:receipt.code')}: ${shownCode(accessCode(ctx, way))}`,
      dueLine(named),
    ]
  })

/** That somebody has left an appeal that is others' too. */
export const leftLetter = (ctx: TenantContext, appealId: string, recipientId: string) =>
  letterOf(ctx, appealId, recipientId, 'left', async ({ number, t }) => [`${t('appeals:receipt.number')}: ${number}`])

/** That an appeal is considered with another one, and under which number. */
export const mergedLetter = (ctx: TenantContext, appealId: string, recipientId: string) =>
  letterOf(ctx, appealId, recipientId, 'merged', async ({ appeal, t }) => {
    const whole = await ctx.db
      .selectFrom('appeal')
      .select(['number', 'dueOn'])
      .where('id', '=', appeal.mergedInto ?? appeal.id)
      .executeTakeFirstOrThrow()
    return [
      `${t('appeals:mail.merged.under')}: ${whole.number ?? ''}`,
      `${t('appeals:receipt.dueOn')}: ${formatDay(whole.dueOn)}`,
    ]
  })

/** That another appeal is considered with this one. */
export const absorbedLetter = (ctx: TenantContext, appealId: string, recipientId: string) =>
  letterOf(ctx, appealId, recipientId, 'absorbed', async (named) => [dueLine(named)])

/** That an appeal is considered by itself again. */
export const unmergedLetter = (ctx: TenantContext, appealId: string, recipientId: string) =>
  letterOf(ctx, appealId, recipientId, 'unmerged', async (named) => [dueLine(named)])
