import { agencyNames } from '#app/features/agencies/public.server.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import type { AppealStatus, LocaleCode } from '#db/schema/tenant.ts'
import { applicantName } from './applicant.ts'

/** Rows of one page; ends of a page are keys, so a page costs the same wherever it stands. */
const pageSize = 50

export interface WorklistItem {
  readonly id: string
  readonly number: string
  readonly status: AppealStatus
  readonly language: LocaleCode
  readonly applicant: string
  readonly agencies: readonly string[]
  /** YYYY-MM-DD */
  readonly registeredOn: string
  /** YYYY-MM-DD */
  readonly dueOn: string
  readonly overdue: boolean
}

export interface WorklistPage {
  readonly items: readonly WorklistItem[]
  /** Where the next page begins; undefined on the last. */
  readonly next: string | undefined
}

/** Open appeals the asker may read, the most urgent first. A cursor that is none begins at the start. */
export async function listOpenAppeals(ctx: TenantContext, after?: string): Promise<WorklistPage> {
  const from = cursorOf(after)
  const rows = await ctx.db
    .selectFrom('appeal')
    .innerJoin('applicant', 'applicant.id', 'appeal.applicantId')
    .select(['appeal.id', 'appeal.number', 'appeal.status', 'appeal.language', 'appeal.agencyIds'])
    .select(['appeal.registeredOn', 'appeal.dueOn', 'appeal.dueAt'])
    .select(['applicant.fullName', 'applicant.organisationName'])
    .where('appeal.closedAt', 'is', null)
    .where(accessible(ctx.ability, 'read', 'Appeal', 'appeal'))
    .$if(from !== undefined, (query) =>
      query.where((where) =>
        where(
          where.refTuple('appeal.dueAt', 'appeal.id'),
          '>',
          where.tuple(from?.dueAt ?? new Date(0), from?.id ?? ''),
        ),
      ),
    )
    .orderBy('appeal.dueAt')
    .orderBy('appeal.id')
    .limit(pageSize + 1)
    .execute()
  const shown = rows.slice(0, pageSize)
  const names = await agencyNames(ctx, [...new Set(shown.flatMap((row) => row.agencyIds))])
  const now = ctx.clock.now()
  const last = shown.at(-1)
  return {
    items: shown.map((row) => ({
      id: row.id,
      number: row.number ?? '',
      status: row.status,
      language: row.language,
      applicant: applicantName(row, ctx.t('appeals:applicant.unnamed')),
      agencies: row.agencyIds.map((id) => names[id] ?? ''),
      registeredOn: row.registeredOn,
      dueOn: row.dueOn,
      overdue: row.dueAt < now,
    })),
    next: rows.length > pageSize && last ? `${last.dueAt.getTime()}.${last.id}` : undefined,
  }
}

function cursorOf(after: string | undefined): { dueAt: Date; id: string } | undefined {
  const parts = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(after ?? '')
  return parts ? { dueAt: new Date(Number(parts[1])), id: parts[2] ?? '' } : undefined
}
