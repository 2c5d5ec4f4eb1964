import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useReplySummary } from '#app/core/http/form-reply.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import type { AdminRegion } from '../region-admin.queries.server.ts'
import { BrandForm } from './brand-form.tsx'
import { CentreTermsForm } from './centre-terms-form.tsx'
import { EmblemPanel } from './emblem-panel.tsx'

interface RegionPageProps {
  readonly region: AdminRegion
  readonly submissionKey: string
  /** How a letter's head will look. */
  readonly letterhead: ReactNode
}

/** What the region is called, how it looks, and the numbers it works by. */
export function RegionPage({ region, submissionKey, letterhead }: RegionPageProps) {
  const { t } = useTranslation('regions')
  const { t: common } = useTranslation('common')
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={useReplySummary()} />
      <PageHeading title={t('brand.title')} lead={t('brand.lead')} />
      <BrandForm region={region} submissionKey={submissionKey} />
      <EmblemPanel region={region} submissionKey={submissionKey} />
      {letterhead}
      <CentreTermsForm region={region} submissionKey={submissionKey} />
    </div>
  )
}
