import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import type { RowImage } from '#db/schema/core.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { changedValues, shownFields, verbOf, type ShownField, type Verb } from './history.ts'

export interface HistoryItem {
  /** The journal's. */
  readonly id: string
  readonly verb: Verb
  /** A desk's change is told by its hall. */
  readonly ofDesk: boolean
  /** Empty where it was no member of the staff. */
  readonly who: string
  readonly at: { readonly iso: string; readonly text: string }
  readonly fields: readonly ShownField[]
  /** The change that can still be undone. */
  readonly undo: string | undefined
}

/** As much of a history as a page shows; the journal keeps it all. */
const mostShown = 30

/** Kinds of things whose history is told on their pages. */
const told = [
  'agency',
  'category',
  'district',
  'hall',
  'service',
  'priorityGroup',
  'hotline',
  'interpreter',
  'staffMember',
  'region',
  'role',
  'wording',
  'retentionTerm',
]

/** What was done to a thing, newest first. Throws ForbiddenError. */
export async function listHistory(ctx: TenantContext, subjectId: string): Promise<HistoryItem[]> {
  authorize(ctx.ability, 'configure', 'Region')
  const rows = await ctx.db
    .selectFrom('journal')
    .leftJoin('staffMember', 'staffMember.id', 'journal.actorId')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .select(['journal.id', 'journal.event', 'journal.occurredAt', 'journal.fields', 'journal.refs'])
    .select(['staffMember.fullName', 'regionProfile.timeZone'])
    .where('journal.subjectId', '=', subjectId)
    .where('journal.subjectKind', 'in', told)
    .orderBy('journal.id', 'desc')
    .limit(mostShown)
    .execute()
  const open = await openChanges(
    ctx,
    rows.flatMap(({ refs }) => refs.changeId ?? []),
  )
  return rows.flatMap((row) => {
    const verb = verbOf(row.event)
    if (!verb) return []
    return {
      id: row.id,
      verb,
      ofDesk: row.event.startsWith('desk.'),
      who: row.fullName ?? '',
      at: { iso: row.occurredAt.toISOString(), text: formatMoment(row.occurredAt, row.timeZone) },
      fields: shownFields.filter((field) => row.fields.includes(field)),
      undo: open.has(row.refs.changeId ?? '') ? row.refs.changeId : undefined,
    }
  })
}

async function openChanges({ db }: TenantContext, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('adminChange')
    .select('id')
    .where('id', 'in', [...ids])
    .where('undoneAt', 'is', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** What a role was given and what was taken from it, by name: code knows a permission by another. */
function inWords({ t }: TenantContext, image: RowImage): Pick<RowImage, 'before' | 'after'> {
  const { before, after } = image
  const row = after ?? before
  if (image.table !== 'rolePermission' || !row?.permission) return image
  const named = { permission: t(`roles:permission.${String(row.permission)}`) }
  const wasGiven = (row.granted === true) === (after !== null)
  return wasGiven ? { before: null, after: named } : { before: named, after: null }
}

/** A change that was just made and can be undone; undefined where it cannot, or never was. Throws ForbiddenError. */
export async function findOpenChange(ctx: TenantContext, id: string): Promise<{ id: string; verb: Verb } | undefined> {
  authorize(ctx.ability, 'configure', 'Region')
  const row = await ctx.db
    .selectFrom('adminChange')
    .select(['id', 'event'])
    .where('id', '=', id)
    .where('undoneAt', 'is', null)
    .executeTakeFirst()
  return row && { id: row.id, verb: verbOf(row.event) ?? 'changed' }
}

/** One change for its own page. Throws ForbiddenError, NotFound where it is none or kept no longer. */
export async function getChange(ctx: TenantContext, id: string) {
  authorize(ctx.ability, 'configure', 'Region')
  const row = await ctx.db
    .selectFrom('adminChange')
    .innerJoin('staffMember', 'staffMember.id', 'adminChange.madeBy')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .select(['adminChange.id', 'adminChange.event', 'adminChange.subjectKind', 'adminChange.subjectId'])
    .select(['adminChange.images', 'adminChange.madeAt', 'adminChange.undoneAt'])
    .select(['staffMember.fullName', 'regionProfile.timeZone'])
    .where('adminChange.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('Change')
  const names = new Set(row.images.rows.flatMap(({ before, after }) => Object.keys(after ?? before ?? {})))
  const gone = row.images.rows.some((image) => image.id === row.subjectId && image.after === null)
  return {
    id: row.id,
    verb: verbOf(row.event) ?? ('changed' as const),
    who: row.fullName,
    at: formatMoment(row.madeAt, row.timeZone),
    fields: shownFields.filter((field) => names.has(field)),
    values: changedValues(row.images.rows.map((image) => inWords(ctx, image))),
    undone: row.undoneAt !== null,
    subject: { kind: row.subjectKind, id: row.subjectId, gone },
  }
}
