import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import type { z } from 'zod'
import { authorize } from '#app/core/access/authorize.ts'
import type { SubjectName } from '#app/core/access/subjects.ts'
import { MoveRow, RetireRow } from '#app/core/changes/changes.schema.ts'
import { bringRowBack, moveRow, retireRow } from '#app/core/changes/ordered.server.ts'
import type { OrderedRow, OrderedRows } from '#app/core/changes/rows.ts'
import type { TenantContext } from '#app/core/context.ts'
import { listWishOf, type ListWish } from '#app/core/http/list-wish.ts'
import { form, staffAction, staffLoader, type Form } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

// What the pages of agencies, halls, hotlines, interpreters and categories do alike.

/** Loads the list of one kind of thing as it is wished for; `list` asks who may see it. */
export const catalogueLoader = <Row>(
  title: (t: TenantContext['t']) => string,
  list: (ctx: TenantContext, wish: ListWish) => Promise<Row[]>,
) =>
  staffLoader(async (ctx, _params, request) => {
    const wish = listWishOf(request)
    return { title: title(ctx.t), submissionKey: randomUUID(), wish, rows: await list(ctx, wish) }
  })

/** Moves a row of the list, and leads back to it with the way to undo that. */
export const catalogueAction = <Row extends OrderedRow>(rows: OrderedRows<Row>, list: string) =>
  staffAction({
    move: form(MoveRow, async (ctx: TenantContext, _params, input) =>
      redirect(paths.withNotice(list, await moveRow(ctx, rows, input))),
    ),
  })

/** Loads the empty form of a new one. */
export const newRowLoader = (title: (t: TenantContext['t']) => string, subject: SubjectName) =>
  staffLoader(async (ctx) => {
    authorize(ctx.ability, 'configure', subject)
    return { title: title(ctx.t), submissionKey: randomUUID() }
  })

/** Adds a new one, and leads to the list with the way to undo that. */
export const newRowAction = <S extends z.ZodType>(
  schema: S,
  add: (ctx: TenantContext, input: z.output<S>) => Promise<string | undefined>,
  list: string,
) =>
  staffAction(
    form(schema, async (ctx: TenantContext, _params, input) => redirect(paths.withNotice(list, await add(ctx, input)))),
  )

/** The forms that take one out of use and bring it back; `param` of the address is its id, `page` where they lead. */
export function stateForms<Row extends OrderedRow>(
  rows: OrderedRows<Row>,
  param: string,
  page: (id: string, changed?: string) => string,
): Record<'retire' | 'bringBack', Form<TenantContext>> {
  const by = (act: typeof retireRow) =>
    form(RetireRow, async (ctx: TenantContext, { [param]: id = '' }, input) =>
      redirect(page(id, await act(ctx, rows, id, input))),
    )
  return { retire: by(retireRow), bringBack: by(bringRowBack) }
}
