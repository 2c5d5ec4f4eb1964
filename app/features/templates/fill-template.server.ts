import { agencyNames } from '#app/features/agencies/public.server.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { dayInWords } from '#app/core/i18n/day-in-words.ts'
import { translatorOf } from '#app/core/i18n/texts.ts'
import { merged, type FilledField } from './merge.ts'

/**
 * A template with the values of an appeal, in the appeal's language and the agency's name of today. What the appeal does
 * not say stays a field. Throws NotFound for a template of another language, a retired or an unknown one.
 */
export async function fillTemplate(ctx: TenantContext, appealId: string, templateId: string): Promise<string> {
  const { db, ability, principal } = ctx
  const appeal = await db
    .selectFrom('appeal')
    .innerJoin('applicant', 'applicant.id', 'appeal.applicantId')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .leftJoin('category', 'category.id', 'appeal.categoryId')
    .select(['appeal.number', 'appeal.language', 'appeal.registeredOn', 'appeal.dueOn', 'appeal.placeAddress'])
    .select(['applicant.fullName', 'applicant.organisationName'])
    .select(['category.nameKk', 'category.nameRu', 'category.nameEn'])
    .select(['regionProfile.centreKk', 'regionProfile.centreRu', 'regionProfile.centreEn'])
    .where('appeal.id', '=', appealId)
    .where(accessible(ability, 'read', 'Appeal', 'appeal'))
    .executeTakeFirst()
  if (!appeal) throw new NotFound('Appeal')
  const { language } = appeal
  const template = await db
    .selectFrom('answerTemplate')
    .select('text')
    .where('id', '=', templateId)
    .where('language', '=', language)
    .where('retiredAt', 'is', null)
    .where(accessible(ability, 'read', 'AnswerTemplate'))
    .executeTakeFirst()
  if (!template) throw new NotFound('AnswerTemplate')
  const t = translatorOf(ctx.texts[language])
  const agencyId = (principal.kind === 'staff' ? principal.agencyId : null) ?? ''
  const agencies = await agencyNames({ ...ctx, locale: language }, [agencyId])
  const values: Readonly<Record<FilledField, string | null | undefined>> = {
    number: appeal.number,
    registeredOn: dayInWords(appeal.registeredOn, t),
    dueOn: dayInWords(appeal.dueOn, t),
    agency: agencies[agencyId],
    applicant: appeal.organisationName || appeal.fullName,
    category: { kk: appeal.nameKk, ru: appeal.nameRu, en: appeal.nameEn }[language],
    place: appeal.placeAddress,
    centre: { kk: appeal.centreKk, ru: appeal.centreRu, en: appeal.centreEn }[language],
  }
  return merged(template.text, values)
}

/** A draft with a template's words below its own. */
export const below = (draft: string, words: string): string => [draft.trimEnd(), words].filter(Boolean).join('\n\n')
