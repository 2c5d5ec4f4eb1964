import type { TenantContext } from '#app/core/context.ts'
import type { StaffPrincipal } from '#app/core/access/principal.ts'
import { DraftAct } from '#app/features/acts/acts.schema.ts'
import { approveAct } from '#app/features/acts/approve-act.server.ts'
import { draftAct } from '#app/features/acts/draft-act.server.ts'
import { signAct } from '#app/features/acts/sign-act.server.ts'
import type { TestRegion } from './product.ts'

/** Reasons that pass: in Kazakh, with a norm. */
export const reasons = 'Мән-жайды анықтау үшін қосымша уақыт қажет. Негізі: ӘРПК 76-бабы.'

type Typed = Readonly<Record<string, string>>

/** An act as its form sends it; its reasons are those above unless it says its own. */
export const actForm = (typed: Typed): DraftAct =>
  DraftAct.parse({ submissionKey: crypto.randomUUID(), text: reasons, ...typed })

/** The version of an act as it stands now. */
async function actVersion({ db }: TenantContext, actId: string): Promise<number> {
  return (await db.selectFrom('act').select('version').where('id', '=', actId).executeTakeFirstOrThrow()).version
}

/** A draft of somebody's; its id. */
export const draftBy = (region: TestRegion, who: StaffPrincipal, appealId: string, typed: Typed): Promise<string> =>
  region.as(who, (ctx) => draftAct(ctx, appealId, actForm(typed)))

/** Somebody approves the act. */
export const approveBy = (region: TestRegion, who: StaffPrincipal, appealId: string, actId: string): Promise<void> =>
  region.as(who, async (ctx) => approveAct(ctx, appealId, actId, { version: await actVersion(ctx, actId) }))

/** Somebody signs it. */
export const signBy = (region: TestRegion, who: StaffPrincipal, appealId: string, actId: string): Promise<void> =>
  region.as(who, async (ctx) => signAct(ctx, appealId, actId, { version: await actVersion(ctx, actId) }))

/** A whole act: drafted by one, approved and signed by another; its id. */
export async function actBy(
  region: TestRegion,
  drafter: StaffPrincipal,
  head: StaffPrincipal,
  appealId: string,
  typed: Typed,
): Promise<string> {
  const actId = await draftBy(region, drafter, appealId, typed)
  await approveBy(region, head, appealId, actId)
  await signBy(region, head, appealId, actId)
  return actId
}
