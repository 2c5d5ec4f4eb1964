import { makeChange, mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput } from '#app/core/errors.ts'
import { profileRows, regionRow } from './profile-rows.server.ts'
import type { ChangeEmblem } from './regions.schema.ts'

/**
 * Puts the picture that came with this form in the place of the emblem. Throws ForbiddenError, Refusal for a form made from an
 * older row, InvalidInput where no picture came.
 */
export function changeEmblem(ctx: TenantContext, input: ChangeEmblem): Promise<string | undefined> {
  return setEmblem(ctx, input, async ({ db }) => {
    const { submissionKey } = input
    const sent = await db
      .selectFrom('emblem')
      .select('id')
      .where('submissionKey', '=', submissionKey)
      .executeTakeFirst()
    if (!sent) throw new InvalidInput({ emblem: 'regions:error.emblemMissing' })
    return sent.id
  })
}

/** Goes back to the house mark. Throws ForbiddenError, Refusal for a form made from an older row. */
export const dropEmblem = (ctx: TenantContext, input: ChangeEmblem): Promise<string | undefined> =>
  setEmblem(ctx, input, async () => null)

function setEmblem(
  ctx: TenantContext,
  input: ChangeEmblem,
  choose: (ctx: TenantContext) => Promise<string | null>,
): Promise<string | undefined> {
  return makeChange(ctx, { event: 'region.changed', may: 'Region', input }, async (ctx, change) => {
    const profile = await lockRow(ctx, profileRows, regionRow)
    mustBeSameVersion(profile, input.version)
    await change.update(profileRows, profile, { emblemId: await choose(ctx) })
    return { kind: 'region', id: regionRow }
  })
}
