import { lastPosition } from '#app/core/changes/ordered.server.ts'
import type { Change } from '#app/core/changes/make-change.server.ts'
import type { OrderedRow, OrderedRows } from '#app/core/changes/rows.ts'
import type { TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { agencyNameRows, agencyRows } from '#app/features/agencies/public.server.ts'
import { categoryRows } from '#app/features/categories/public.server.ts'
import { districtRows } from '#app/features/districts/public.server.ts'
import { deskRows, hallRows } from '#app/features/halls/public.server.ts'
import { hotlineRows } from '#app/features/hotlines/public.server.ts'
import { choiceRows } from '#app/features/ratings/public.server.ts'
import { routingRuleRows } from '#app/features/routing/public.server.ts'
import { priorityGroupRows, serviceRows } from '#app/features/services/public.server.ts'
import { templateRows } from '#app/features/templates/public.server.ts'
import type { Fields } from './pack-items.ts'
import { idOfSlug, type OrderedKind } from './region-rows.server.ts'

/** The rows of each kind, as their owners give them. */
export const rowsOfKind = {
  agency: agencyRows,
  category: categoryRows,
  district: districtRows,
  hall: hallRows,
  desk: deskRows,
  queue: serviceRows,
  priorityGroup: priorityGroupRows,
  hotline: hotlineRows,
  template: templateRows,
  rule: routingRuleRows,
  choice: choiceRows,
} as const satisfies Record<OrderedKind, unknown>

/** A thing as the pack has it, the row it is in the region, and its key. */
interface Wanted {
  readonly kind: OrderedKind
  readonly key: string
  /** Undefined where the region has no such row. */
  readonly id: string | undefined
  /** Undefined where the pack has it no longer: it is retired then. */
  readonly fields: Fields | undefined
  /** The day it is in the region. */
  readonly day: string
}

/** Makes one thing of the region what the pack says of it. Throws Refusal where it names something that is not there. */
export async function takeItem(ctx: TenantContext, change: Change, wanted: Wanted): Promise<void> {
  const rows = rowsOfKind[wanted.kind] as unknown as OrderedRows<OrderedRow>
  const [row] = wanted.id === undefined ? [] : await rows.lock(ctx, [wanted.id])
  if (!wanted.fields) {
    if (row) await change.update(rows, row, { retiredAt: ctx.clock.now() })
    return
  }
  const columns = await columnsOf(ctx, wanted.kind, wanted.fields)
  if (row) await change.update(rows, row, { ...columns, retiredAt: null })
  const id = row?.id ?? newId()
  if (!row) {
    const fresh = { id, ...slugOf(wanted), ...columns, position: 0, retiredAt: null, version: 1 }
    await change.insert(rows, { ...fresh, position: lastPosition(await rows.order(ctx, fresh)) })
  }
  if (wanted.kind === 'agency') await nameAgency(ctx, change, id, wanted)
}

/** Halls, agencies, categories and districts keep the slug of the pack, so that they are found again. */
const slugOf = ({ kind, key }: Wanted) =>
  kind === 'agency' || kind === 'category' || kind === 'district' || kind === 'hall' ? { slug: key } : {}

/** The fields of an item as columns of its table. */
async function columnsOf(ctx: TenantContext, kind: OrderedKind, fields: Fields): Promise<Fields> {
  if (kind === 'agency') return { level: fields.level, email: fields.email }
  const { agencyId, categoryId, ofCategoryId, hallId, ...own } = fields
  return {
    ...own,
    ...('agencyId' in fields ? { agencyId: await idOfSlug(ctx, 'agency', agencyId) } : {}),
    ...('categoryId' in fields ? { categoryId: await idOfSlug(ctx, 'category', categoryId) } : {}),
    ...('ofCategoryId' in fields ? { ofCategoryId: await idOfSlug(ctx, 'category', ofCategoryId) } : {}),
    ...('hallId' in fields ? { hallId: await idOfSlug(ctx, 'hall', hallId) } : {}),
  }
}

/** The names of today on: papers of before keep the old ones. */
async function nameAgency(ctx: TenantContext, change: Change, agencyId: string, { fields, day }: Wanted) {
  const text = (field: string) => String(fields?.[field] ?? '')
  const names = { nameKk: text('nameKk'), nameRu: text('nameRu'), nameEn: text('nameEn') }
  const current = await ctx.db
    .selectFrom('agencyName')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('validFrom', '<=', day)
    .orderBy('validFrom', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  const isSame = current && (['nameKk', 'nameRu', 'nameEn'] as const).every((field) => current[field] === names[field])
  if (isSame) return
  if (current?.validFrom === day) await change.update(agencyNameRows, current, names)
  else await change.insert(agencyNameRows, { id: newId(), agencyId, validFrom: current ? day : '2000-01-01', ...names, version: 1 }) // prettier-ignore
}
