import { findCategoryById } from '#app/features/categories/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound } from '#app/core/errors.ts'
import { flawOf } from './merge.ts'

const messages = {
  unknown: 'templates:error.unknown',
  glued: 'templates:error.glued',
  broken: 'templates:error.broken',
} as const

/** Throws InvalidInput that shows the first flaw of a template's text. */
export function mustBeWhole(text: string): void {
  const flaw = flawOf(text)
  if (flaw) throw new InvalidInput({ text: { key: messages[flaw.kind], values: { at: flaw.at } } })
}

/** Throws NotFound for a category that is none, or retired. */
export async function mustBeCategory(ctx: TenantContext, categoryId: string | null): Promise<void> {
  if (categoryId !== null && !(await findCategoryById(ctx, categoryId))) throw new NotFound('Category')
}
