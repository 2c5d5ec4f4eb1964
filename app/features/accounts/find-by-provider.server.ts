import { addAccount, calledUser, callUser, userOfEmail } from '#app/core/access/accounts.server.ts'
import { endSessions } from '#app/core/access/sessions.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { defaultLocale } from '#app/core/i18n/locales.ts'
import { record } from '#app/core/journal.server.ts'
import { tidied } from '#app/core/typed-text.ts'
import type { findProvider, grantedBy } from '#app/features/providers/public.server.ts'
import { addStaffMember, followProvider, rolesWith } from '#app/features/staff/public.server.ts'
import type { OpenIdPerson } from '#app/integrations/identity/openid.server.ts'
import type { ProviderProblem } from './provider-problems.ts'

type Provider = NonNullable<Awaited<ReturnType<typeof findProvider>>>
type Granted = Awaited<ReturnType<typeof grantedBy>>
type Found = { readonly userId: string } | { readonly problem: ProviderProblem }

/**
 * Whose account this is, inside the caller's transaction: by the issuer's word for the person; else, once, by an address that the
 * issuer vouches for; else a new one, where the region takes people in. Gives them the roles of the claim. What it says no to is
 * returned, so that roles that were taken away are not given back by it.
 */
export async function findByProvider(
  ctx: TenantContext,
  provider: Provider,
  person: OpenIdPerson,
  granted: Granted,
): Promise<Found> {
  const called = await calledUser(ctx, person.issuer, person.subject)
  if (called !== undefined) return withRoles(ctx, called, granted)
  const { email, email_verified: verified } = person.claims
  const address = typeof email === 'string' ? tidied(email).toLowerCase() : ''
  if (address === '' || verified !== true) return { problem: address === '' ? 'unknown' : 'unverified' }
  const known = await userOfEmail(ctx, person.issuer, address)
  if (!known) return provider.unknownPeople === 'join' ? joined(ctx, person, address, granted) : { problem: 'unknown' }
  if (known.calledAlready) return { problem: 'otherPerson' }
  const found = await withRoles(ctx, known.id, granted)
  if ('problem' in found) return found
  if (!(await callUser(ctx, known.id, person.issuer, person.subject))) return { problem: 'otherPerson' }
  await record(ctx, { event: 'account.providerLinked', subjectKind: 'account', subjectId: known.id })
  return found
}

async function withRoles(ctx: TenantContext, userId: string, granted: Granted): Promise<Found> {
  const member = await ctx.db
    .selectFrom('staffMember')
    .select(['id', 'retiredAt'])
    .where('userId', '=', userId)
    .executeTakeFirst()
  if (!member || member.retiredAt) return { problem: 'retired' }
  if (await followProvider(ctx, member.id, granted)) return { userId }
  await endSessions(ctx, userId)
  return { problem: 'noRole' }
}

async function joined(ctx: TenantContext, person: OpenIdPerson, email: string, granted: Granted): Promise<Found> {
  const roles = rolesWith([], granted, granted.agencyId)
  if (roles.length === 0) return { problem: 'noRole' }
  const fullName = nameOf(person.claims) || email
  const userId = await addAccount(ctx, { email, name: fullName, passwordHash: null })
  if (!userId || !(await callUser(ctx, userId, person.issuer, person.subject))) return { problem: 'otherPerson' }
  const member = { fullName, roles, agencyId: granted.agencyId, locale: defaultLocale }
  const id = await addStaffMember(ctx, userId, member)
  await record(ctx, { event: 'staff.joined', subjectKind: 'staffMember', subjectId: id, facts: { by: 'provider' } })
  return { userId }
}

/** As the provider says it; nobody has checked how long it is. */
function nameOf({ name, given_name: given, family_name: family }: OpenIdPerson['claims']): string {
  const said = typeof name === 'string' ? name : [given, family].filter((part) => typeof part === 'string').join(' ')
  return [...tidied(said).replace(/\s+/g, ' ')].slice(0, 200).join('')
}
