import type { TenantContext } from './context.ts'
import { formatMoment } from './i18n/format.ts'
import { record } from './journal.server.ts'

/**
 * What a region entrusts to us and never sees again: the secret of a client, a key of a gateway. It is sealed for this region,
 * this purpose and what it is bound to: pointed at another address it opens no more, so nobody can have it sent elsewhere.
 */
const partsOf = ({ tenant }: TenantContext, purpose: string, boundTo: string) => [tenant.slug, purpose, boundTo]

/** Keeps a secret inside the caller's transaction, in the place of the former one, and records that, not what it is. */
export async function keepSecret(ctx: TenantContext, purpose: string, boundTo: string, text: string): Promise<void> {
  const kept = {
    boundTo,
    sealed: ctx.secretKeys.seal(partsOf(ctx, purpose, boundTo), text),
    keyId: ctx.secretKeys.current,
    setAt: ctx.clock.now(),
    setBy: ctx.principal.kind === 'staff' ? ctx.principal.id : null,
  }
  await ctx.db
    .insertInto('regionSecret')
    .values({ purpose, ...kept })
    .onConflict((conflict) => conflict.column('purpose').doUpdateSet(kept))
    .execute()
  await record(ctx, { event: 'secret.kept', subjectKind: 'secret', subjectId: purpose })
}

/** The secret itself; undefined where none stands, or none that opens for `boundTo` here. */
export async function openSecret(ctx: TenantContext, purpose: string, boundTo: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('regionSecret')
    .select(['keyId', 'sealed'])
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  return row && ctx.secretKeys.open(row.keyId, partsOf(ctx, purpose, boundTo), row.sealed)
}

/** What a page may tell of a secret. */
export interface SecretState {
  /** dd.MM.yyyy HH:MM */
  readonly since: string
  /** Who set it; empty where it was no member of the staff. */
  readonly by: string
  /** False where it is bound to something else, or came with an archive from elsewhere: it has to be typed in again. */
  readonly opens: boolean
}

/** Since when a secret stands and by whom; undefined where none does. */
export async function secretState(
  ctx: TenantContext,
  purpose: string,
  boundTo: string,
): Promise<SecretState | undefined> {
  const row = await ctx.db
    .selectFrom('regionSecret')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .leftJoin('staffMember', 'staffMember.id', 'regionSecret.setBy')
    .select(['regionSecret.setAt', 'staffMember.fullName', 'regionProfile.timeZone'])
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  if (!row) return undefined
  const opens = (await openSecret(ctx, purpose, boundTo)) !== undefined
  return { since: formatMoment(row.setAt, row.timeZone), by: row.fullName ?? '', opens }
}

/** How many secrets were sealed anew, and how many cannot be opened here. */
export interface Resealed {
  readonly resealed: number
  readonly lost: number
}

/** Seals under today's key what stands under an older one; what cannot be opened stays as it is. */
export async function resealSecrets(ctx: TenantContext): Promise<Resealed> {
  const rows = await ctx.db
    .selectFrom('regionSecret')
    .selectAll()
    .where('keyId', '<>', ctx.secretKeys.current)
    .orderBy('purpose')
    .forUpdate()
    .execute()
  let resealed = 0
  for (const { purpose, boundTo, keyId, sealed } of rows) {
    const parts = partsOf(ctx, purpose, boundTo)
    const text = ctx.secretKeys.open(keyId, parts, sealed)
    if (text === undefined) continue
    await ctx.db
      .updateTable('regionSecret')
      .set({ sealed: ctx.secretKeys.seal(parts, text), keyId: ctx.secretKeys.current })
      .where('purpose', '=', purpose)
      .execute()
    await record(ctx, { event: 'secret.resealed', subjectKind: 'secret', subjectId: purpose })
    resealed += 1
  }
  return { resealed, lost: rows.length - resealed }
}
