import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import type { PlatformContext, TenantContext } from '#app/core/context.ts'
import type { Person } from '#app/core/access/principal.ts'
import { defaultLocale } from '#app/core/i18n/locales.ts'
import { findPlatformPrincipal } from '#app/features/platform/public.server.ts'
import { findStaffPrincipal } from '#app/features/staff/public.server.ts'

type Reading = Pick<TenantContext, 'world' | 'db' | 'memory' | 'write'> | Pick<PlatformContext, 'world' | 'db'>

/** Who an account belongs to in this world; undefined for one that works here no more. */
export async function personOf(ctx: Reading, userId: string): Promise<Person | undefined> {
  return ctx.world === 'tenant' ? findStaffPrincipal(ctx, userId) : findPlatformPrincipal(ctx.db, userId)
}

/** The language that mail to a person is written in. */
export const localeOf = (person: Person | undefined): LocaleCode =>
  person?.kind === 'staff' ? person.locale : defaultLocale

/** A person's name, address and region in words: what a password of theirs must not be made of. */
export async function ownWords(ctx: TenantContext | PlatformContext, userId: string): Promise<readonly string[]> {
  const user = await coreTablesOf(ctx.db)
    .selectFrom('authUser')
    .select(['name', 'email'])
    .where('id', '=', userId)
    .executeTakeFirst()
  return user ? [user.name, user.email, ...placeWords(ctx)] : placeWords(ctx)
}

/** Names of the place itself. */
const placeWords = (ctx: TenantContext | PlatformContext): readonly string[] =>
  ctx.world === 'tenant' ? [ctx.tenant.slug, ...Object.values(ctx.tenant.name)] : []
