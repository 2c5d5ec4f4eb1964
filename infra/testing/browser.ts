import type { StaffRole } from '#db/schema/vocabulary.ts'
import { addAccount } from '#app/core/access/accounts.server.ts'
import type { PersonContext, TenantContext } from '#app/core/context.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { addStaffMember } from '#app/features/staff/public.server.ts'
import type { TestProduct, TestRegion } from './product.ts'

/** One browser at a region's host: it keeps cookies, and asks as whoever they make it. */
export interface TestBrowser {
  readonly cookies: Map<string, string>
  /** A form of this browser, as routes hand it to commands. */
  form(): Request
  /** Keeps the cookies of a reply. */
  take(reply: Headers): void
  /** Runs `work` as the request of this browser, on the region's clock. */
  ask<T>(work: (ctx: TenantContext) => Promise<T>): Promise<T>
  /** The same for who is signed in; throws where nobody is. */
  asPerson<T>(work: (ctx: PersonContext) => Promise<T>): Promise<T>
}

export function openBrowser({ installation }: TestProduct, { tenant, clock }: TestRegion, userAgent = ''): TestBrowser {
  const cookies = new Map<string, string>()
  const headers = () =>
    new Headers({ Cookie: [...cookies].map((pair) => pair.join('=')).join('; '), 'User-Agent': userAgent })
  const ask: TestBrowser['ask'] = async (work) => {
    const asking = {
      requestId: 'a request of a test',
      headers: headers(),
      pathLocale: undefined,
      wishedLocale: undefined,
    }
    const { ctx, close } = await installation.tenantRequest(tenant, asking)
    return work({ ...ctx, clock }).finally(close)
  }
  return {
    cookies,
    form: () => new Request(`http://${tenant.slug}.localhost/`, { headers: headers() }),
    take: (reply) => {
      for (const line of reply.getSetCookie()) {
        const [pair = ''] = line.split(';')
        const at = pair.indexOf('=')
        if (/max-age=0/i.test(line)) cookies.delete(pair.slice(0, at))
        else cookies.set(pair.slice(0, at), pair.slice(at + 1))
      }
    },
    ask,
    asPerson: (work) =>
      ask((ctx) => {
        if (!ctx.signedIn) throw new Error('Nobody is signed in here')
        return work({ ...ctx, signedIn: ctx.signedIn })
      }),
  }
}

export interface Hired {
  readonly email: string
  readonly password: string
  readonly userId: string
}

/** Somebody of these roles who can sign in. */
export function hireWithPassword(region: TestRegion, mailbox: string, ...roles: StaffRole[]): Promise<Hired> {
  const email = `${mailbox}@${region.tenant.slug}.example`
  const password = `құпия сөз ${mailbox} 42`
  return region.as({ kind: 'system' }, async (ctx) => {
    const passwordHash = await ctx.identity.hash(password)
    return inTransaction(ctx, async (ctx) => {
      const fullName = 'Сынақ Сынақұлы'
      const userId = await addAccount(ctx, { email, name: fullName, passwordHash })
      if (!userId) throw new Error(`${email} is taken`)
      await addStaffMember(ctx, userId, { fullName, roles, agencyId: null, locale: 'ru' })
      return { email, password, userId }
    })
  })
}
