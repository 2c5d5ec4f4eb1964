import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { RowImage, RowImages } from '#db/schema/core.ts'
import type { SubjectName } from '../access/subjects.ts'
import { authorize } from '../access/authorize.ts'
import type { TenantContext } from '../context.ts'
import { NotFound, Refusal } from '../errors.ts'
import { newId } from '../ids.ts'
import { record } from '../journal.server.ts'
import { renewSettings } from '../memory.server.ts'
import { inTransaction } from '../transaction.server.ts'
import type { ChangeableRow, Rows } from './rows.ts'

/** What is about to be changed, and by which form. */
export interface AskedChange {
  /** `noun.pastVerb` */
  readonly event: string
  /** What one must be allowed to configure. */
  readonly may: SubjectName
  /** The form as it was checked. The same form sent twice makes one change. */
  readonly input: { readonly submissionKey: string }
}

/** The thing whose history tells of a change. */
export interface ChangeSubject {
  readonly kind: string
  readonly id: string
  /** Ids of the other things that took part. */
  readonly refs?: Readonly<Record<string, string>>
}

/** Writes rows and remembers what they were, so that it can be undone. */
export interface Change {
  insert<Row extends ChangeableRow>(rows: Rows<Row>, row: Row): Promise<void>
  /** Writes those fields of `patch` that differ; none, and nothing is written. */
  update<Row extends ChangeableRow>(rows: Rows<Row>, row: Row, patch: Partial<Row>): Promise<void>
  remove<Row extends ChangeableRow>(rows: Rows<Row>, row: Row): Promise<void>
}

/**
 * Makes one change in one transaction, records it and keeps what was before and after. Its id, undefined where nothing
 * differed. Throws ForbiddenError, and Refusal where the rules of a changed row say no.
 */
export async function makeChange(
  ctx: TenantContext,
  asked: AskedChange,
  work: (ctx: TenantContext, change: Change) => Promise<ChangeSubject>,
): Promise<string | undefined> {
  const done = inTransaction(ctx, async (ctx) => {
    authorize(ctx.ability, 'configure', asked.may)
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    const { event, input } = asked
    const id = newId()
    const submissionKey = createHash('sha256')
      .update(JSON.stringify([event, input]))
      .digest('hex')
    // First of all: the same form waits here until the first one is through, and then finds it.
    const begun = await ctx.db
      .insertInto('adminChange')
      .values({
        id,
        submissionKey,
        event,
        subjectKind: '',
        subjectId: '',
        images: JSON.stringify({ rows: [] }),
        madeBy: ctx.principal.id,
        madeAt: ctx.clock.now(),
        undoneAt: null,
      })
      .onConflict((conflict) => conflict.column('submissionKey').doNothing())
      .executeTakeFirst()
    if (begun.numInsertedOrUpdatedRows === 0n) return (await changeOfForm(ctx, submissionKey)).id
    const { change, written, settle } = openChange(ctx)
    const subject = await work(ctx, change)
    if (written.length === 0) {
      await ctx.db.deleteFrom('adminChange').where('id', '=', id).execute()
      return undefined
    }
    await settle()
    await renewSettings(ctx)
    const images: RowImages = { rows: written }
    await ctx.db
      .updateTable('adminChange')
      .set({ subjectKind: subject.kind, subjectId: subject.id, images: JSON.stringify(images) })
      .where('id', '=', id)
      .execute()
    await record(ctx, {
      event,
      subjectKind: subject.kind,
      subjectId: subject.id,
      fields: fieldsOf(written),
      refs: { ...subject.refs, changeId: id },
    })
    return id
  })
  return done.catch((error: unknown) => {
    throw clashOf(error) ?? error
  })
}

const changeOfForm = ({ db }: TenantContext, submissionKey: string) =>
  db.selectFrom('adminChange').select('id').where('submissionKey', '=', submissionKey).executeTakeFirstOrThrow()

function openChange(ctx: TenantContext) {
  const written: RowImage[] = []
  const settling: (() => Promise<void>)[] = []
  const note = <Row extends ChangeableRow>(rows: Rows<Row>, image: Omit<RowImage, 'table'>) => {
    written.push({ table: rows.table, ...image })
    settling.push(async () => {
      const [row] = await rows.lock(ctx, [image.id])
      if (row) await rows.settle?.(ctx, row)
    })
  }
  const change: Change = {
    insert: async (rows, row) => {
      await rows.insert(ctx, row)
      note(rows, { id: row.id, before: null, after: imageOf(row) })
    },
    update: async (rows, row, patch) => {
      const [former, wished] = [imageOf(row), imageOf(patch)]
      const fields = Object.keys(wished).filter((field) => !isSame(former[field], wished[field]))
      if (fields.length === 0) return
      const differing = Object.fromEntries(Object.entries(patch).filter(([field]) => fields.includes(field)))
      await rows.update(ctx, row.id, { ...(differing as typeof patch), version: row.version + 1 })
      note(rows, { id: row.id, before: only(former, fields), after: only(wished, fields) })
    },
    remove: async (rows, row) => {
      await rows.remove(ctx, row.id)
      note(rows, { id: row.id, before: imageOf(row), after: null })
    },
  }
  const settle = async () => {
    for (const one of settling) await one()
  }
  return { change, written, settle }
}

/** Values as they are kept: a moment as text. */
export const imageOf = (row: object): Readonly<Record<string, unknown>> =>
  JSON.parse(JSON.stringify(row)) as Record<string, unknown>

export const isSame = (one: unknown, other: unknown): boolean => isDeepStrictEqual(one, other)

const only = (image: Readonly<Record<string, unknown>>, fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, image[field]]))

/** Names of what was set; of a whole row, of everything a person fills in. */
function fieldsOf(written: readonly RowImage[]): string[] {
  const own = new Set(['id', 'version', 'slug', 'createdAt', 'updatedAt'])
  const names = written.flatMap(({ before, after }) => Object.keys(after ?? before ?? {}))
  return [...new Set(names)].filter((name) => !own.has(name))
}

/** What the database says of two who meet in one place, in words for the person. */
function clashOf(error: unknown): Refusal | undefined {
  const code = (error as { code?: unknown } | null)?.code
  if (code === '23505') return new Refusal('common:change.taken')
  if (code === '23503') return new Refusal('common:change.inUse')
  return undefined
}

/** Says that the form was made from an older row than the one that stands. */
export function mustBeSameVersion(row: ChangeableRow, version: number): void {
  if (row.version !== version) throw new Refusal('common:change.stale')
}

/** Notes that a change was taken back; false where it was already. */
export async function markUndone({ db, clock }: TenantContext, id: string): Promise<boolean> {
  const marked = await db
    .updateTable('adminChange')
    .set({ undoneAt: clock.now() })
    .where('id', '=', id)
    .where('undoneAt', 'is', null)
    .executeTakeFirst()
  return marked.numUpdatedRows === 1n
}
