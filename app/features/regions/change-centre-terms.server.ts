import { makeChange, mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { bytesOf, megabytesOf } from './centre-numbers.ts'
import { profileRows, regionRow } from './profile-rows.server.ts'
import type { ChangeCentreTerms } from './regions.schema.ts'

/**
 * Changes the numbers that the centre works by. They are for what begins from now on: a link, a contest and a wish to reopen
 * keep the day they were given. Throws ForbiddenError, Refusal for a form made from an older row.
 */
export function changeCentreTerms(ctx: TenantContext, input: ChangeCentreTerms): Promise<string | undefined> {
  return makeChange(ctx, { event: 'region.changed', may: 'Region', input }, async (ctx, change) => {
    const { version, submissionKey: _key, attachmentMegabytes, ...numbers } = input
    const profile = await lockRow(ctx, profileRows, regionRow)
    mustBeSameVersion(profile, version)
    // What a pack gave in odd bytes is shown rounded, and stays as it is until somebody means another number.
    const isSame = attachmentMegabytes === megabytesOf(profile.attachmentBytes)
    const attachmentBytes = isSame ? profile.attachmentBytes : bytesOf(attachmentMegabytes)
    await change.update(profileRows, profile, { ...numbers, attachmentBytes })
    return { kind: 'region', id: regionRow }
  })
}
