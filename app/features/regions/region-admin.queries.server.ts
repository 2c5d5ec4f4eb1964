import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { paths } from '#app/core/paths.ts'
import { megabytesOf, type CentreNumber } from './centre-numbers.ts'

/** What an administrator sets of the region itself. */
export interface AdminRegion {
  readonly version: number
  readonly nameKk: string
  readonly nameRu: string
  readonly nameEn: string
  readonly centreKk: string
  readonly centreRu: string
  readonly centreEn: string
  readonly brandColour: string
  readonly emblem: string | undefined
  readonly numbers: Readonly<Record<CentreNumber, number>>
}

/** The region's profile, in all languages. Throws ForbiddenError. */
export async function getAdminRegion(ctx: TenantContext): Promise<AdminRegion> {
  authorize(ctx.ability, 'configure', 'Region')
  const row = await ctx.db.selectFrom('regionProfile').selectAll().executeTakeFirstOrThrow()
  const { version, nameKk, nameRu, nameEn, centreKk, centreRu, centreEn, brandColour } = row
  const { shareLinkDays, contestDays, ratingDays, reopeningDays, attachmentsMost } = row
  const attachmentMegabytes = megabytesOf(row.attachmentBytes)
  return {
    version,
    nameKk,
    nameRu,
    nameEn,
    centreKk,
    centreRu,
    centreEn,
    brandColour,
    emblem: row.emblemId ? paths.emblem(row.emblemId) : undefined,
    numbers: { shareLinkDays, contestDays, ratingDays, reopeningDays, attachmentsMost, attachmentMegabytes },
  }
}
