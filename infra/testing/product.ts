import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { LocaleCode, StaffRole } from '#db/schema/vocabulary.ts'
import { createTestDatabase, type TestDatabase } from '#db/testing/database.ts'
import { addAccount } from '#app/core/access/accounts.server.ts'
import { permissionsOf } from '#app/core/access/permissions.ts'
import type { StaffPrincipal } from '#app/core/access/principal.ts'
import { setClock, type Clock } from '#app/core/clock.ts'
import type { TenantContext } from '#app/core/context.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { openInstallation, type Installation } from '#app/contexts.server.ts'
import { addStaffMember } from '#app/features/staff/public.server.ts'
import { provisionTenant } from '#tenants/provision.ts'
import type { Tenant } from '#tenants/registry.ts'
import { queryRules } from '#infra/lint/sql/query-rules.ts'

/** One region of a throwaway product, with people of its own. */
export interface TestRegion {
  readonly tenant: Tenant
  readonly clock: Clock & { move(to: Date): void }
  readonly dispatcher: StaffPrincipal
  /** Clerks of two agencies of the akimat, by the agency's slug. */
  readonly clerks: Readonly<Record<'passenger-transport' | 'housing-utilities', StaffPrincipal>>
  /** Heads of the same two agencies. */
  readonly heads: Readonly<Record<'passenger-transport' | 'housing-utilities', StaffPrincipal>>
  readonly admin: StaffPrincipal
  /** Somebody else on the staff; `agency` by its slug. */
  hire(mailbox: string, fullName: string, roles: readonly StaffRole[], agency?: string): Promise<StaffPrincipal>
  /** Runs `work` as `principal`, a resident without any grant by default, and gives the connection back. */
  as<T>(principal: Parameters<Installation['tenantJob']>[1], work: (ctx: TenantContext) => Promise<T>): Promise<T>
}

/** A whole product on a throwaway database: two regions, of which the second is always the witness. */
export interface TestProduct {
  readonly database: TestDatabase
  readonly installation: Installation
  readonly filesDir: string
  readonly almaty: TestRegion
  readonly shymkent: TestRegion
  close(): Promise<void>
}

export const anyone = { kind: 'resident', grantedIds: [] } as const
export const knowing = (...grantedIds: string[]) => ({ kind: 'resident', grantedIds }) as const

/** The moment the tests begin at: a Monday morning in Almaty. */
export const mondayMorning = new Date('2026-11-23T04:00:00Z')

/** Opens a product in which every query is held against the SQL rules, on a pool of so many connections. */
export async function openTestProduct(superuserUrl: string, connections = 8): Promise<TestProduct> {
  const database = await createTestDatabase(superuserUrl)
  const filesDir = await mkdtemp(path.join(tmpdir(), 'bir-tereze-files-'))
  const installation = openInstallation(
    {
      DATABASE_URL: database.urls.runtime,
      DATABASE_POOL: connections,
      APP_SECRET: 'a secret of the tests, long enough to be one',
      FILES_DIR: filesDir,
      BASE_DOMAIN: 'localhost',
      PUBLIC_SCHEME: 'http',
      PUBLIC_PORT: undefined,
      PORT: 3000,
      // Far ends of the tests stand on this machine.
      OUTBOUND_ALLOW: '127.0.0.1',
    },
    'bir-tereze-test',
    { plugins: [queryRules()] },
  )
  const open = (slug: 'almaty' | 'shymkent') => openRegion(installation, database, slug)
  const product = { database, installation, filesDir, almaty: await open('almaty'), shymkent: await open('shymkent') }
  return {
    ...product,
    close: async () => {
      await installation.close()
      await database.drop()
      await rm(filesDir, { recursive: true })
    },
  }
}

async function openRegion(installation: Installation, database: TestDatabase, slug: 'almaty' | 'shymkent') {
  const tenant = await provisionTenant(installation.database, database.urls, {
    slug,
    pack: slug,
    hosts: [`${slug}.localhost`],
    live: true,
  })
  const clock = setClock(mondayMorning)
  const as: TestRegion['as'] = async (principal = anyone, work) => {
    const { ctx, close } = installation.tenantJob(tenant, principal, clock)
    return work(ctx).finally(close)
  }
  const locale: LocaleCode = 'ru'
  const hire = (mailbox: string, fullName: string, roles: readonly StaffRole[], agency?: string) =>
    as({ kind: 'system' }, (ctx) =>
      inTransaction(ctx, async (ctx) => {
        const agencyId = agency
          ? (await ctx.db.selectFrom('agency').select('id').where('slug', '=', agency).executeTakeFirstOrThrow()).id
          : null
        const email = `${mailbox}@${slug}.example`
        const userId = await addAccount(ctx, { email, name: fullName, passwordHash: 'none: signs in nowhere' })
        if (!userId) throw new Error(`${email} is taken`)
        const member = { fullName, roles, agencyId, locale }
        const id = await addStaffMember(ctx, userId, member)
        const permissions = permissionsOf(roles)
        return { kind: 'staff', id, name: fullName, roles, permissions, agencyId, locale } satisfies StaffPrincipal
      }),
    )
  return {
    tenant,
    clock,
    as,
    hire,
    dispatcher: await hire('dispatcher', 'Ақмарал Үлгіқызы', ['dispatcher']),
    clerks: {
      'passenger-transport': await hire('transport', 'Бауыржан Мысалов', ['clerk'], 'passenger-transport'),
      'housing-utilities': await hire('housing', 'Гүлнұр Үлгібаева', ['clerk'], 'housing-utilities'),
    },
    heads: {
      'passenger-transport': await hire('transport-head', 'Еркін Басшыбаев', ['agencyHead'], 'passenger-transport'),
      'housing-utilities': await hire('housing-head', 'Жанна Басшықызы', ['agencyHead'], 'housing-utilities'),
    },
    admin: await hire('admin', 'Дәурен Сынақов', ['regionAdmin']),
  }
}
