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
