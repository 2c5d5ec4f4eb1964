import { applicantName, outcomes } from '#app/features/appeals/public.server.ts'
import { findTemplate, unfilledIn, writtenFields } from '#app/features/templates/public.server.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { idsOf } from './answer-selected.schema.server.ts'

/** What the page shows that answers several appeals at once. Throws ForbiddenError, NotFound for an unknown template. */
export async function getAnswers(ctx: TenantContext, params: URLSearchParams) {
  authorize(ctx.ability, 'draft', 'Appeal')
  const ids = idsOf(params.get('appeals'))
  const template = await findTemplate(ctx, params.get('template') ?? '')
  const rows = await ctx.db
    .selectFrom('appeal')
    .innerJoin('applicant', 'applicant.id', 'appeal.applicantId')
    .select(['appeal.id', 'appeal.number', 'appeal.language', 'appeal.excerpt'])
    .select(['applicant.fullName', 'applicant.organisationName'])
    .where('appeal.id', 'in', ids.length > 0 ? ids : [''])
    .where(accessible(ctx.ability, 'draft', 'Appeal', 'appeal'))
    .orderBy('appeal.id')
    .execute()
  const left = unfilledIn(template.text)
  return {
    ids: ids.join('.'),
    template,
    /** What only the writer knows, and this template asks for. */
    fields: writtenFields.filter((field) => left.some((typed) => typed.replace(/[{}\s]/g, '') === field)),
    outcomes: [...outcomes],
    rows: rows.map((row) => ({
      id: row.id,
      number: row.number ?? '',
      language: row.language,
      excerpt: row.excerpt,
      applicant: applicantName(row, ctx.t('appeals:applicant.unnamed')),
      fits: row.language === template.language,
    })),
  }
}

export type AnswersOfMany = Awaited<ReturnType<typeof getAnswers>>
