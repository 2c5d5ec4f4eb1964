import { makeChange, mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput } from '#app/core/errors.ts'
import { formatNumber } from '#app/core/i18n/numbers.ts'
import { judgeBrand } from '#app/ui/contrast.ts'
import { profileRows, regionRow } from './profile-rows.server.ts'
import type { ChangeRegion } from './regions.schema.ts'

/**
 * Changes what the region and its centre are called, and its colour. Throws ForbiddenError, Refusal for a form made from an
 * older row, InvalidInput for a colour that cannot be read, with its ratio and the nearest that can.
 */
export function changeRegion(ctx: TenantContext, input: ChangeRegion): Promise<string | undefined> {
  return makeChange(ctx, { event: 'region.changed', may: 'Region', input }, async (ctx, change) => {
    const { version, submissionKey: _key, ...patch } = input
    const profile = await lockRow(ctx, profileRows, regionRow)
    mustBeSameVersion(profile, version)
    // A colour that stands already is nobody's mistake of today.
    if (patch.brandColour !== profile.brandColour) mustBeReadable(ctx, patch.brandColour)
    await change.update(profileRows, profile, patch)
    return { kind: 'region', id: regionRow }
  })
}

function mustBeReadable(ctx: TenantContext, colour: string): void {
  const { readable, onWhite, onPage, shade } = judgeBrand(colour)
  if (readable) return
  // Cut, not rounded: 4.49 must not read as the 4.5 it lacks.
  const ratio = (value: number) => formatNumber(Math.floor(value * 10) / 10, ctx.locale, 1)
  const values = { white: ratio(onWhite), page: ratio(onPage), shade }
  throw new InvalidInput({ brandColour: { key: 'regions:error.colourWeak', values } })
}
