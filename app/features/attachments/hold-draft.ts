import type { TenantContext } from '#app/core/context.ts'

/**
 * Locks what is being written until the transaction ends, so that its files cannot come and go at several windows at once,
 * nor while it is sent. False where it is gone. The feature whose draft it is gives it.
 */
export type HoldDraft = (ctx: TenantContext) => Promise<boolean>
