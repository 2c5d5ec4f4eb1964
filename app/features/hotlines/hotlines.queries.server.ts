import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import type { ListWish } from '#app/core/http/list-wish.ts'
import type { HotlineKind } from './hotline.ts'

export interface AdminHotline {
  readonly id: string
  readonly number: string
  readonly kind: HotlineKind
  readonly version: number
  readonly retired: boolean
}

const digits = (number: string) => number.replace(/\D/g, '')

/** The region's numbers in its order; a search looks at digits alone. Throws ForbiddenError. */
export async function listAdminHotlines(ctx: TenantContext, wish: ListWish): Promise<AdminHotline[]> {
  authorize(ctx.ability, 'configure', 'Hotline')
  const rows = await ctx.db.selectFrom('hotline').selectAll().orderBy('position').orderBy('id').execute()
  return rows
    .filter((row) => digits(row.number).includes(digits(wish.search)))
    .map(shown)
    .filter(({ retired }) => retired === (wish.show === 'retired'))
}

/** One number. Throws ForbiddenError, NotFound. */
export async function getAdminHotline(ctx: TenantContext, id: string): Promise<AdminHotline> {
  authorize(ctx.ability, 'configure', 'Hotline')
  const row = await ctx.db.selectFrom('hotline').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('Hotline')
  return shown(row)
}

function shown(row: Omit<AdminHotline, 'retired'> & { retiredAt: Date | null }): AdminHotline {
  const { id, number, kind, version, retiredAt } = row
  return { id, number, kind, version, retired: retiredAt !== null }
}
