import type { TenantContext } from './context.ts'

/** What somebody of the staff has begun and not ended, of one kind; the feature that owns it counts it and hands it over. */
export interface OpenWork {
  readonly kind: 'answerDrafts' | 'acts' | 'translations' | 'mentions'
  count(ctx: TenantContext, staffMemberId: string): Promise<number>
  /** Makes it a colleague's inside the caller's transaction; how much it was. */
  handOver(ctx: TenantContext, fromId: string, toId: string): Promise<number>
}

export type OpenWorkCounts = Readonly<Partial<Record<OpenWork['kind'], number>>>

/** How much of each kind somebody has open; kinds of which there is nothing are left out. */
export async function countOpenWork(
  ctx: TenantContext,
  works: readonly OpenWork[],
  staffMemberId: string,
): Promise<OpenWorkCounts> {
  const counts: Partial<Record<OpenWork['kind'], number>> = {}
  for (const { kind, count } of works) {
    const open = await count(ctx, staffMemberId)
    if (open > 0) counts[kind] = open
  }
  return counts
}
