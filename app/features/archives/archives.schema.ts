import { z } from 'zod'
import { typedRegionSlug } from '#app/core/typed-region-slug.ts'

export const OfArchives = z.object({})

export const CopyRegion = z.object({
  /** Made with the page: sending the same page twice makes one copy. */
  submissionKey: z.uuid('common:error.invalid'),
  archiveId: z.string('archives:error.archiveMissing').min(1, 'archives:error.archiveMissing').max(60),
  copySlug: typedRegionSlug.refine((slug) => slug !== '', 'platform:error.slug'),
})

export type CopyRegion = z.output<typeof CopyRegion>
