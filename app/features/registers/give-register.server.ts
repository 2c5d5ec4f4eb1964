import { agencyDirectory } from '#app/features/agencies/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { record } from '#app/core/journal.server.ts'
import type { Row, TableFormat } from '#app/core/tables/table.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { registerColumns, type RegisterColumn } from './columns.ts'

/** Which part of the register: days of registration, both included, YYYY-MM-DD. */
export interface RegisterSpan {
  readonly from: string
  readonly until: string
}

/** Appeals that are read at once. */
const batchSize = 500

/**
 * The register of a span of days in the asker's language, in the order of registration, read in pieces while it is written.
 * That it was given out is journalled first. Throws ForbiddenError.
 */
export async function giveRegister(
  ctx: TenantContext,
  span: RegisterSpan,
  format: TableFormat,
): Promise<{ head: Row; rows: AsyncIterable<Row> }> {
  authorize(ctx.ability, 'export', 'Register')
  await inTransaction(ctx, (ctx) =>
    record(ctx, {
      event: 'register.exported',
      subjectKind: 'register',
      subjectId: ctx.tenant.slug,
      facts: { ...span, format },
    }),
  )
  const agencies = new Map((await agencyDirectory(ctx)).map(({ id, name }) => [id, name]))
  const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  const head = registerColumns.map((column) => ctx.t(`registers:column.${column}`))
  return { head, rows: rowsOf() }

  async function* rowsOf(): AsyncGenerator<Row> {
    let behind = { registeredOn: span.from, id: '' }
    for (;;) {
      const batch = await inTransaction(ctx, (ctx) => readBatch(ctx, span, behind))
      for (const appeal of batch) yield written(appeal)
      const last = batch.at(-1)
      if (!last || batch.length < batchSize) return
      behind = { registeredOn: last.registeredOn, id: last.id }
    }
  }

  function written(appeal: Awaited<ReturnType<typeof readBatch>>[number]): Row {
    const isAnswered = appeal.status === 'answered'
    const cells: Readonly<Record<RegisterColumn, string | null>> = {
      externalRef: appeal.externalRef,
      number: appeal.number,
      registeredOn: formatDay(appeal.registeredOn),
      dueOn: formatDay(appeal.dueOn),
      status: ctx.t(`appeals:status.${appeal.status}`),
      legalKind: ctx.t(`appeals:kind.${appeal.legalKind}`),
      category: { kk: appeal.nameKk, ru: appeal.nameRu, en: appeal.nameEn }[ctx.locale],
      language: ctx.t(`appeals:language.${appeal.language}`),
      channel: ctx.t(`registers:channel.${appeal.channel}`),
      fullName: appeal.fullName,
      iin: appeal.iin,
      organisationName: appeal.organisationName,
      bin: appeal.bin,
      address: appeal.address,
      email: appeal.email,
      phone: appeal.phone,
      text: appeal.text,
      agency: appeal.agencyIds.map((id) => agencies.get(id) ?? '').join('; '),
      // Some answer there may be in one that ended otherwise.
      answeredOn: isAnswered && appeal.closedAt ? formatDay(wallClockParts(appeal.closedAt, timeZone).day) : null,
      outcome: isAnswered && appeal.outcome ? ctx.t(`appeals:outcome.${appeal.outcome}`) : null,
    }
    return registerColumns.map((column) => cells[column])
  }
}

/** The next appeals behind one, by day of registration and id: an index gives them, wherever they stand. */
const readBatch = (
  { db, ability }: TenantContext,
  { until }: RegisterSpan,
  behind: { registeredOn: string; id: string },
) =>
  db
    .selectFrom('appeal')
    .innerJoin('applicant', 'applicant.id', 'appeal.applicantId')
    .innerJoin('appealText', 'appealText.appealId', 'appeal.id')
    .leftJoin('category', 'category.id', 'appeal.categoryId')
    .select(['appeal.id', 'appeal.externalRef', 'appeal.number', 'appeal.registeredOn', 'appeal.dueOn'])
    .select(['appeal.status', 'appeal.legalKind', 'appeal.language', 'appeal.channel', 'appeal.agencyIds'])
    .select(['appeal.closedAt', 'applicant.fullName', 'applicant.iin', 'applicant.organisationName', 'applicant.bin'])
    .select(['applicant.address', 'applicant.email', 'applicant.phone', 'appealText.text'])
    .select(['category.nameKk', 'category.nameRu', 'category.nameEn'])
    .select((row) =>
      row
        .selectFrom('answer')
        .innerJoin('assignment', 'assignment.id', 'answer.assignmentId')
        .select('answer.outcome')
        .whereRef('answer.appealId', '=', 'appeal.id')
        .whereRef('assignment.round', '=', 'appeal.round')
        .where('assignment.role', '<>', 'co')
        // Of several parts the lead's stands for the whole.
        .orderBy((by) => by('assignment.role', '=', 'lead'), 'desc')
        .orderBy('answer.id', 'desc')
        .limit(1)
        .as('outcome'),
    )
    .where((is) => is(is.refTuple('appeal.registeredOn', 'appeal.id'), '>', is.tuple(behind.registeredOn, behind.id)))
    .where('appeal.registeredOn', '<=', until)
    .where(accessible(ability, 'read', 'Appeal', 'appeal'))
    .orderBy('appeal.registeredOn')
    .orderBy('appeal.id')
    .limit(batchSize)
    .execute()
