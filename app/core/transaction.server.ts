import type { PlatformContext, TenantContext } from './context.ts'

/**
 * Runs `work` in one transaction: all of it or nothing. Inside another `inTransaction` it joins that one.
 * No upload, hash or network call belongs in here.
 */
export function inTransaction<C extends TenantContext | PlatformContext, T>(
  ctx: C,
  work: (ctx: C) => Promise<T>,
): Promise<T> {
  if (!ctx.write) return work(ctx)
  // A context and its database are of one world; TypeScript cannot follow that through the union.
  const write = ctx.write as (work: (db: C['db']) => Promise<T>) => Promise<T>
  return write((db) => work({ ...ctx, db, write: undefined }))
}

/**
 * Reads what may turn out to be too much, each statement for at most so many milliseconds; undefined where one took longer.
 * Never inside `inTransaction`.
 */
export async function briefly<T>(
  ctx: TenantContext,
  milliseconds: number,
  read: (ctx: TenantContext) => Promise<T>,
): Promise<T | undefined> {
  if (!ctx.write) throw new Error('What may be given up is read outside of a transaction')
  try {
    return await ctx.brief(milliseconds, (db) => read({ ...ctx, db }))
  } catch (error) {
    if ((error as { code?: unknown } | null)?.code === givenUp) return undefined
    throw error
  }
}

/** PostgreSQL's word for a statement that was stopped. */
const givenUp = '57014'
