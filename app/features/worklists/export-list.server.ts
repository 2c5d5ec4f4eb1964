import { agencyDirectory } from '#app/features/agencies/public.server.ts'
import { seesAll } from '#app/features/appeals/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { record } from '#app/core/journal.server.ts'
import type { Row, TableFormat } from '#app/core/tables/table.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { Asker } from './pick-appeals.server.ts'
import { filters, worklistQuery, type WorklistQuery } from './worklist.ts'
import { askerOf, listAppeals, type WorklistRow } from './worklist.queries.server.ts'

/** So many rows are read at once: memory holds no more of them, however long the list is. */
const batchSize = 500

/** A sheet of a spreadsheet has so many rows, the head among them. */
const mostRows = 1_048_575

/** A list as a table: its head, and its rows while they are read. */
export interface ExportedList {
  readonly title: string
  readonly head: Row
  readonly rows: AsyncIterable<Row>
}

/**
 * Everything that the asker's list holds, page after page, each read on a connection of its own that is given back before the next:
 * whoever saves slowly holds nothing. Who asked for what, and as what, is journalled before the first row; a search only
 * as having been one. Throws ForbiddenError, SignInNeeded.
 */
export async function exportList(
  ctx: TenantContext,
  params: URLSearchParams,
  format: TableFormat,
): Promise<ExportedList> {
  authorize(ctx.ability, 'read', 'Appeal')
  const asker = await askerOf(ctx)
  const query = { ...worklistQuery(params, asker.principal.permissions), after: undefined }
  const nameOf = new Map((await agencyDirectory(ctx)).map(({ id, name }) => [id, name]))
  await inTransaction(ctx, (ctx) => noteExport(ctx, asker, query, format))
  const columns = columnsOf(ctx, asker, nameOf)
  return {
    title: ctx.t('appeals:worklist.title'),
    head: columns.map(([head]) => head),
    rows: rowsOf(ctx, asker, query, (row) => columns.map(([, cell]) => cell(row))),
  }
}

async function* rowsOf(ctx: TenantContext, asker: Asker, query: WorklistQuery, asRow: (row: WorklistRow) => Row) {
  let after: string | undefined
  let written = 0
  do {
    const from: string | undefined = after
    const page = await inTransaction(ctx, (ctx) => listAppeals(ctx, asker, { ...query, after: from }, batchSize))
    for (const row of page.items) if ((written += 1) <= mostRows) yield asRow(row)
    after = page.next
  } while (after !== undefined && written < mostRows)
}

type Column = readonly [head: string, cell: (row: WorklistRow) => string]

/** What stands in the file, whatever columns the page shows: a file is looked at apart from it. */
function columnsOf(ctx: TenantContext, { principal, timeZone }: Asker, nameOf: ReadonlyMap<string, string>): Column[] {
  const { t } = ctx
  return [
    [t('appeals:worklist.number'), (row) => row.number],
    [t('worklists:column.received'), (row) => formatMoment(row.receivedAt, timeZone)],
    [t('appeals:worklist.due'), (row) => formatDay(row.dueOn)],
    [t('appeals:worklist.status'), (row) => t(`appeals:status.${row.overdue ? 'overdue' : row.status}`)],
    [t('worklists:column.kind'), (row) => t(`appeals:kind.${row.kind}`)],
    [t('appeals:worklist.category'), (row) => row.category],
    [t('appeals:worklist.language'), (row) => t(`appeals:language.${row.language}`)],
    ...(seesAll(principal)
      ? [
          [
            t('appeals:worklist.agency'),
            (row: WorklistRow) => row.agencyIds.map((id) => nameOf.get(id) ?? '').join(', '),
          ] as const,
        ]
      : []),
    [t('appeals:worklist.applicant'), (row) => row.applicant],
    [t('appeals:worklist.matter'), (row) => row.excerpt],
  ]
}

async function noteExport(ctx: TenantContext, { principal }: Asker, query: WorklistQuery, format: TableFormat) {
  const { agency, category } = query
  await record(ctx, {
    event: 'worklist.exported',
    subjectKind: 'staffMember',
    subjectId: principal.id,
    fields: [
      'view',
      ...(query.q === undefined ? [] : ['q']),
      ...filters.filter((filter) => query[filter] !== undefined),
    ],
    refs: {
      format,
      view: query.view,
      ...(agency ? { agencyId: agency } : {}),
      ...(category ? { categoryId: category } : {}),
      ...(query.state ? { state: query.state } : {}),
    },
  })
}
