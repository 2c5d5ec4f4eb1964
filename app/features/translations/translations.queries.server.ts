import { randomUUID } from 'node:crypto'
import { findOwnShare, getShares, isLive } from '#app/features/appeals/public.server.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import { may } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { othersThan, translationAllows } from './translation.ts'

/** The appeal whose page it is. Whoever calls has read it. */
interface Appeal {
  readonly id: string
  readonly language: LocaleCode
  readonly text: string
  readonly draft: { readonly text: string } | undefined
}

/** What colleagues translate for each other at an appeal, and what the asker may do about it. */
export async function getTranslations(ctx: TenantContext, appeal: Appeal) {
  const requests = await listRequests(ctx, appeal)
  const { agencyIds, closedAt } = await ctx.db
    .selectFrom('appeal')
    .select(['agencyIds', 'closedAt'])
    .where('id', '=', appeal.id)
    .executeTakeFirstOrThrow()
  const own = findOwnShare(ctx, await getShares(ctx, appeal.id))
  const isAtWork = closedAt === null && (!own || isLive(own))
  const mayAsk = isAtWork && may(ctx.ability, 'askTranslation', 'Appeal', { agencyIds })
  const waited = requests.filter(({ kind, status }) => kind === 'appeal' && (status === 'open' || status === 'done'))
  const languages = othersThan(appeal.language).filter((code) => !waited.some(({ to }) => to === code))
  return {
    submissionKey: randomUUID(),
    /** Into which the appeal's text may be asked for; the asker's own first. */
    languages: mayAsk ? languages.toSorted((a, b) => Number(b === ctx.locale) - Number(a === ctx.locale)) : [],
    requests: requests.map(({ draftAgencyId: _of, ...request }) => ({
      ...request,
      canTranslate: request.canTranslate && closedAt === null,
    })),
    draft: mayAsk ? draftOf(ctx, appeal, requests) : undefined,
  }
}

type Request = Awaited<ReturnType<typeof listRequests>>[number]

/** What stands beside the draft of the asker's own body: the request that waits, and the newest that can be taken. */
function draftOf({ principal, locale }: TenantContext, { language, draft }: Appeal, requests: readonly Request[]) {
  const own = requests.filter(
    ({ draftAgencyId }) => principal.kind === 'staff' && draftAgencyId !== null && draftAgencyId === principal.agencyId,
  )
  const waiting = own.find(({ status }) => status === 'open')
  const ready = own.findLast((request) => translationAllows('take', request))
  const from = othersThan(language)
  return {
    languages: from.toSorted((a, b) => Number(b === locale) - Number(a === locale)),
    into: language,
    waiting: waiting && { who: waiting.askedBy, when: waiting.askedAt },
    ready:
      ready && !draft?.text.includes(ready.translation)
        ? { id: ready.id, who: ready.closedBy, when: ready.closedAt }
        : undefined,
  }
}

async function listRequests(ctx: TenantContext, appeal: Appeal) {
  const rows = await ctx.db
    .selectFrom('translationRequest')
    .innerJoin('appeal', 'appeal.id', 'translationRequest.appealId')
    .innerJoin('staffMember as asker', 'asker.id', 'translationRequest.askedBy')
    .leftJoin('staffMember as closer', 'closer.id', 'translationRequest.closedBy')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .selectAll('translationRequest')
    .select(['appeal.agencyIds', 'regionProfile.timeZone', 'asker.fullName as asker', 'closer.fullName as closer'])
    .where('translationRequest.appealId', '=', appeal.id)
    .where(accessible(ctx.ability, 'read', 'TranslationRequest'))
    .orderBy('translationRequest.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    draftAgencyId: row.draftAgencyId,
    status: row.status,
    from: row.fromLanguage,
    to: row.toLanguage,
    original: row.original ?? appeal.text,
    translation: row.translation,
    reason: row.reason,
    askedBy: row.asker,
    askedAt: formatMoment(row.askedAt, row.timeZone),
    closedBy: row.closer ?? '',
    closedAt: row.closedAt ? formatMoment(row.closedAt, row.timeZone) : '',
    canTranslate: translationAllows('finish', row) && may(ctx.ability, 'translate', 'TranslationRequest', row),
  }))
}

export type DeskTranslations = Awaited<ReturnType<typeof getTranslations>>
