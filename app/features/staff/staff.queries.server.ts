import { inKazakhOrder } from '#db/sql/collation.ts'
import type { StaffRole } from '#db/schema/vocabulary.ts'
import { agencyNames } from '#app/features/agencies/public.server.ts'
import { permissionsHere } from '#app/features/roles/public.server.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { StaffPrincipal } from '#app/core/access/principal.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { foldedWords } from '#app/core/i18n/fold.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import type { StaffWish } from './staff.ts'

/** The staff member behind a signed-in user; undefined for a retired one. */
export async function findStaffPrincipal(
  ctx: Pick<TenantContext, 'memory' | 'db' | 'write'>,
  userId: string,
): Promise<StaffPrincipal | undefined> {
  const member = await ctx.db
    .selectFrom('staffMember')
    .select(['id', 'fullName', 'roles', 'agencyId', 'locale'])
    .where('userId', '=', userId)
    .where('retiredAt', 'is', null)
    .executeTakeFirst()
  if (!member) return undefined
  const { id, fullName, roles, agencyId, locale } = member
  return { kind: 'staff', id, name: fullName, roles, permissions: await permissionsHere(ctx, roles), agencyId, locale }
}

/** Rows of one page; a page begins behind a row, so it costs the same wherever it stands. */
const pageSize = 50

export interface StaffListItem {
  readonly id: string
  readonly fullName: string
  readonly email: string
  readonly roles: readonly StaffRole[]
  readonly agency: string | undefined
}

export interface StaffListPage {
  readonly items: readonly StaffListItem[]
  /** Behind which row the next page begins; undefined on the last. */
  readonly next: string | undefined
}

/** The region's people by name, a page of them. Throws ForbiddenError for who may not see them. */
export async function listStaff(ctx: TenantContext, wish: StaffWish): Promise<StaffListPage> {
  authorize(ctx.ability, 'read', 'StaffMember')
  const { role, agencyId } = wish
  const from = wish.after
    ? await ctx.db.selectFrom('staffMember').select(['id', 'fullName']).where('id', '=', wish.after).executeTakeFirst()
    : undefined
  const name = inKazakhOrder('staffMember.fullName')
  const rows = await ctx.db
    .selectFrom('staffMember')
    .innerJoin('authUser', 'authUser.id', 'staffMember.userId')
    .select(['staffMember.id', 'staffMember.fullName', 'staffMember.roles', 'staffMember.agencyId', 'authUser.email'])
    .where('staffMember.retiredAt', wish.show === 'retired' ? 'is not' : 'is', null)
    .where(accessible(ctx.ability, 'read', 'StaffMember', 'staffMember'))
    .where((where) =>
      where.and(
        foldedWords(wish.search).map((word) =>
          where.or([where('foldedName', 'like', `%${word}%`), where('authUser.email', 'like', `%${word}%`)]),
        ),
      ),
    )
    .$if(role !== undefined, (query) => query.where((where) => where('roles', '@>', where.val(role ? [role] : []))))
    .$if(agencyId !== undefined, (query) => query.where('agencyId', '=', agencyId ?? ''))
    .$if(from !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where(name, '>', from?.fullName ?? ''),
          where.and([where(name, '=', from?.fullName ?? ''), where('staffMember.id', '>', from?.id ?? '')]),
        ]),
      ),
    )
    .orderBy(name)
    .orderBy('staffMember.id')
    .limit(pageSize + 1)
    .execute()
  const shown = rows.slice(0, pageSize)
  const names = await agencyNames(ctx, [...new Set(shown.flatMap((row) => row.agencyId ?? []))])
  return {
    items: shown.map(({ agencyId, ...row }) => ({ ...row, agency: agencyId ? names[agencyId] : undefined })),
    next: rows.length > pageSize ? shown.at(-1)?.id : undefined,
  }
}

/** One member of the staff, retired or not. Throws ForbiddenError, NotFound. */
export async function getStaffMember(ctx: TenantContext, id: string) {
  authorize(ctx.ability, 'configure', 'StaffMember')
  const member = await ctx.db
    .selectFrom('staffMember')
    .innerJoin('authUser', 'authUser.id', 'staffMember.userId')
    .select(['staffMember.id', 'staffMember.fullName', 'staffMember.roles', 'staffMember.agencyId'])
    .select(['staffMember.locale', 'staffMember.version', 'staffMember.retiredAt', 'authUser.email'])
    .where('staffMember.id', '=', id)
    .executeTakeFirst()
  if (!member) throw new NotFound('StaffMember')
  const { retiredAt, ...shown } = member
  const isSelf = ctx.principal.kind === 'staff' && ctx.principal.id === id
  return { ...shown, retired: retiredAt !== null, isSelf }
}

/** Invitations that can still be taken up, the newest first. */
export async function listInvitations(ctx: TenantContext) {
  authorize(ctx.ability, 'invite', 'StaffMember')
  const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  const invitations = await ctx.db
    .selectFrom('invitation')
    .select(['id', 'email', 'fullName', 'roles', 'expiresAt', 'version'])
    .where('acceptedAt', 'is', null)
    .where('expiresAt', '>', ctx.clock.now())
    .orderBy('id', 'desc')
    .execute()
  return invitations.map(({ expiresAt, ...invitation }) => ({
    ...invitation,
    until: formatMoment(expiresAt, timeZone),
  }))
}
