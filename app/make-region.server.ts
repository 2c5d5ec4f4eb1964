import { loadRoutingTexts } from '#tenants/packs/load.ts'
import { provisionTenant, type ProvisionInput, type ProvisionUrls } from '#tenants/provision.ts'
import type { Installation } from './contexts.server.ts'
import type { PlatformContext } from './core/context.ts'
import { record } from './core/journal.server.ts'
import { inTransaction } from './core/transaction.server.ts'
import { packToReplicate } from './features/packs/public.server.ts'
import { beginSetup, modelOf, noteFailure, noteStep } from './features/platform/public.server.ts'
import { learnRouting } from './features/routing/public.server.ts'
import { inviteAdministrator } from './features/staff/public.server.ts'

/**
 * Makes a region that an operator asked for, step by step, each noted when it is done: killed anywhere it goes on where it
 * was, and nothing is made twice. What can be tried again is thrown; on the last try it is noted as failed, as is at once
 * what no try can mend. `urls` is undefined where this installation has no owner's login.
 */
export async function makeRegion(
  installation: Installation,
  platform: PlatformContext,
  urls: ProvisionUrls | undefined,
  { setupId, lastTry }: { readonly setupId: string; readonly lastTry: boolean },
): Promise<void> {
  const setup = await beginSetup(platform, setupId)
  if (!setup) return
  if (!urls) return noteFailure(platform, setupId, 'platform:problem.noOwner')
  try {
    const { slug, hosts, numberPrefix: kato2, population, timeZone } = setup
    const name = { kk: setup.nameKk, ru: setup.nameRu, en: setup.nameEn }
    const given = await packFor(installation, setup)
    const input = { slug, ...given, hosts, region: { name, kato2, population, timeZone } }
    const done = (step: 'tables' | 'pack' | 'directory') => noteStep(platform, setup, step)
    const tenant = await provisionTenant(installation.database, urls, input, platform.clock.now(), done)
    const { adminEmail: email, adminName: fullName, adminLocale: locale } = setup
    const { ctx, close } = installation.tenantJob(tenant)
    try {
      // What the worker does for every region at night: the first samples must find where they go.
      await learnRouting(ctx, await loadRoutingTexts())
      if (email !== null && fullName !== null) await inviteAdministrator(ctx, setup.id, { email, fullName, locale })
    } finally {
      await close()
    }
    await noteStep(platform, setup, 'invitation')
  } catch (error) {
    // A host that another region took meanwhile, a pack that is none: trying again changes nothing.
    const isFinal = error instanceof RangeError
    if (isFinal || lastTry)
      await noteFailure(platform, setupId, isFinal ? 'platform:problem.taken' : 'platform:problem.other')
    if (!isFinal) throw error
  }
}

/** What a region is made from: a pack that came with the product, or what another region is made of now. Throws RangeError where that is gone. */
async function packFor(
  installation: Installation,
  { id, pack }: { readonly id: string; readonly pack: string },
): Promise<Pick<ProvisionInput, 'pack' | 'contents'>> {
  const slug = modelOf(pack)
  if (slug === undefined) return { pack }
  const model = (await installation.registry.all()).find((tenant) => tenant.slug === slug)
  if (!model) throw new RangeError(`No region is called ${slug}`)
  const { ctx, close } = installation.tenantJob(model)
  try {
    const { name, pack: contents } = await packToReplicate(ctx)
    // The region can see that another one was made like it.
    await inTransaction(ctx, (ctx) =>
      record(ctx, { event: 'pack.replicated', subjectKind: 'region', subjectId: 'region', refs: { setupId: id } }),
    )
    return { pack: name, contents }
  } finally {
    await close()
  }
}
