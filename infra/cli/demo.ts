import { createHmac } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { PlatformRole } from '#db/schema/control.ts'
import type { LocaleCode, StaffRole } from '#db/schema/vocabulary.ts'
import { addAccount } from '#app/core/access/accounts.server.ts'
import { derivedCode } from '#app/core/derived-secret.server.ts'
import { publicOrigin, serverEnv } from '#app/core/env.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { openInstallation, type Installation } from '#app/contexts.server.ts'
import { keepSecondFactor, needsSecondFactor } from '#app/features/accounts/public.server.ts'
import { addPlatformPerson } from '#app/features/platform/public.server.ts'
import { learnWords } from '#app/features/worklists/public.server.ts'
import { addStaffMember } from '#app/features/staff/public.server.ts'
import { provisionTenant } from '#tenants/provision.ts'
import { playMonth } from './month/play.ts'
import type { Tenant } from '#tenants/registry.ts'

interface DemoPerson {
  readonly mailbox: string
  readonly fullName: string
  readonly role: StaffRole
  readonly agency?: string
  readonly locale: LocaleCode
}

/** Two regions: one with a pack of its own city, one from the base pack with its own agencies and colours. */
const demoRegions = [
  { slug: 'almaty', pack: 'almaty' },
  { slug: 'shymkent', pack: 'shymkent' },
] as const

const demoPeople: Readonly<Record<'almaty' | 'shymkent', readonly DemoPerson[]>> = {
  almaty: [
    { mailbox: 'dispatcher', fullName: 'Ақмарал Үлгіқызы', role: 'dispatcher', locale: 'kk' },
    { mailbox: 'reception', fullName: 'Айгүл Мысалқызы', role: 'receptionist', locale: 'kk' },
    { mailbox: 'hotline', fullName: 'Тимур Үлгібеков', role: 'operator', locale: 'ru' },
    { mailbox: 'transport', fullName: 'Бауыржан Мысалов', role: 'clerk', agency: 'passenger-transport', locale: 'ru' },
    { mailbox: 'housing', fullName: 'Гүлнұр Үлгібаева', role: 'clerk', agency: 'housing-utilities', locale: 'kk' },
    {
      mailbox: 'transport-head',
      fullName: 'Еркін Үлгібаев',
      role: 'agencyHead',
      agency: 'passenger-transport',
      locale: 'kk',
    },
    {
      mailbox: 'housing-head',
      fullName: 'Сәуле Мысалқызы',
      role: 'agencyHead',
      agency: 'housing-utilities',
      locale: 'ru',
    },
    { mailbox: 'police', fullName: 'Арман Сынақбек', role: 'clerk', agency: 'police', locale: 'ru' },
    { mailbox: 'police-head', fullName: 'Болат Үлгітай', role: 'agencyHead', agency: 'police', locale: 'ru' },
    { mailbox: 'centre-head', fullName: 'Гауһар Мысалова', role: 'centreHead', locale: 'kk' },
    { mailbox: 'admin', fullName: 'Дәурен Сынақов', role: 'regionAdmin', locale: 'kk' },
  ],
  shymkent: [
    { mailbox: 'dispatcher', fullName: 'Әсел Үлгіқызы', role: 'dispatcher', locale: 'kk' },
    { mailbox: 'transport', fullName: 'Нұрлан Мысалов', role: 'clerk', agency: 'passenger-transport', locale: 'ru' },
    { mailbox: 'housing', fullName: 'Жанар Үлгібаева', role: 'clerk', agency: 'housing-utilities', locale: 'kk' },
    {
      mailbox: 'transport-head',
      fullName: 'Қайрат Үлгібаев',
      role: 'agencyHead',
      agency: 'passenger-transport',
      locale: 'ru',
    },
    {
      mailbox: 'housing-head',
      fullName: 'Әлия Мысалқызы',
      role: 'agencyHead',
      agency: 'housing-utilities',
      locale: 'kk',
    },
    { mailbox: 'centre-head', fullName: 'Айнұр Сынақова', role: 'centreHead', locale: 'ru' },
    { mailbox: 'admin', fullName: 'Серік Сынақов', role: 'regionAdmin', locale: 'ru' },
  ],
}

interface SignIn {
  readonly host: string
  readonly role: string
  readonly name: string
  readonly email: string
  readonly password: string
  /** Key of the authenticator app, for roles that need one. */
  readonly secondFactorKey?: string
}

/** Makes the demo's regions and people where they are missing, and writes their sign-ins to DEMO_FILE. */
export async function prepareDemo(
  urls: { runtime: string; owner: string },
  say: (line: string) => void,
): Promise<void> {
  const env = serverEnv({ ...process.env, DATABASE_URL: urls.runtime })
  const installation = openInstallation(env, 'bir-tereze-prepare')
  const passwordOf = (email: string) => derivedCode(env.APP_SECRET, 'demo-password', [email], 12).toLowerCase()
  const keyOf = (email: string) => demoKey(env.APP_SECRET, email)
  const people: SignIn[] = []
  const portals: { slug: string; name: string; portal: string; staff: string }[] = []
  try {
    for (const { slug, pack } of demoRegions) {
      const host = `${slug}.${env.BASE_DOMAIN}`
      const tenant = await provisionTenant(installation.database, urls, { slug, pack, hosts: [host], live: true })
      const origin = publicOrigin(env, host)
      portals.push({ slug, name: tenant.name.ru, portal: origin, staff: `${origin}/desk` })
      for (const person of demoPeople[slug]) {
        const email = `${person.mailbox}@${slug}.example`
        const password = passwordOf(email)
        const secondFactorKey = needsSecondFactor([person.role]) ? keyOf(email) : undefined
        const signIn = { host, role: person.role, name: person.fullName, email, password, secondFactorKey }
        await addDemoPerson(installation, tenant, person, signIn)
        people.push(signIn)
      }
      say(`region ${slug}`)
      const contacts = Number(process.env.DEMO_CONTACTS ?? 0)
      const brought = await playMonth({ installation, tenant, region: slug, contacts, now: new Date() })
      if (brought > 0) {
        // What a worker does at night.
        const { ctx, close } = installation.tenantJob(tenant)
        await learnWords(ctx).finally(close)
        say(`region ${slug}: a month of ${brought} contacts`)
      }
    }
    const host = installation.platformHost
    for (const { mailbox, fullName, role } of platformPeople) {
      const email = `${mailbox}@platform.example`
      const secondFactorKey = needsSecondFactor([role]) ? keyOf(email) : undefined
      const signIn = { host, role, name: fullName, email, password: passwordOf(email), secondFactorKey }
      await addPlatformAccount(installation, role, signIn)
      people.push(signIn)
    }
    const platform = publicOrigin(env, host)
    if (process.env.DEMO_FILE) {
      await writeFile(process.env.DEMO_FILE, JSON.stringify({ portals, platform, people }, null, 2), { mode: 0o600 })
    }
  } finally {
    await installation.close()
  }
}

/** The platform's own people; none of them sees a region's cases. */
const platformPeople = [
  { mailbox: 'operator', fullName: 'Ерлан Үлгісейіт', role: 'platformOperator' },
  { mailbox: 'overseer', fullName: 'Мәдина Сынаққызы', role: 'overseer' },
] as const satisfies readonly { mailbox: string; fullName: string; role: PlatformRole }[]
/** A key of base32 for each person of the demo: the same every time, and known to nobody but this installation. */
function demoKey(secret: string, email: string): string {
  const digest = createHmac('sha256', secret)
    .update(JSON.stringify(['demo-second-factor', email]))
    .digest()
  return Array.from(digest, (byte) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[byte % 32]).join('')
}

async function addDemoPerson(
  installation: Installation,
  tenant: Tenant,
  { fullName, role, agency, locale }: DemoPerson,
  { email, password, secondFactorKey }: SignIn,
): Promise<void> {
  const { ctx, close } = installation.tenantJob(tenant)
  try {
    const known = await ctx.db.selectFrom('authUser').select('id').where('email', '=', email).executeTakeFirst()
    if (known) return
    const agencyRow = agency
      ? await ctx.db.selectFrom('agency').select('id').where('slug', '=', agency).executeTakeFirstOrThrow()
      : undefined
    const passwordHash = await ctx.identity.hash(password)
    await inTransaction(ctx, async (ctx) => {
      const userId = await addAccount(ctx, { email, name: fullName, passwordHash })
      if (!userId) return
      await addStaffMember(ctx, userId, { fullName, roles: [role], agencyId: agencyRow?.id ?? null, locale })
      if (secondFactorKey) await keepSecondFactor(ctx, userId, secondFactorKey)
    })
  } finally {
    await close()
  }
}

async function addPlatformAccount(
  installation: Installation,
  role: PlatformRole,
  { name, email, password, secondFactorKey }: SignIn,
): Promise<void> {
  const { ctx, close } = installation.platformJob()
  try {
    const known = await ctx.db.selectFrom('authUser').select('id').where('email', '=', email).executeTakeFirst()
    if (known) return
    const passwordHash = await ctx.identity.hash(password)
    await inTransaction(ctx, async (ctx) => {
      const userId = await addAccount(ctx, { email, name, passwordHash })
      if (!userId) return
      await addPlatformPerson(ctx, userId, { fullName: name, roles: [role] })
      if (secondFactorKey) await keepSecondFactor(ctx, userId, secondFactorKey)
    })
  } finally {
    await close()
  }
}
