import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { shortHash } from '../code.ts'
import type { VerifiedLetter } from '../letters.queries.server.ts'
import { VerifyForm } from './verify-form.tsx'

/** Whether a letter is real, for whoever holds it: what can be compared with the paper, and nothing of the person. */
export function VerifiedPage({ letter, typed }: { letter: VerifiedLetter | undefined; typed: string }) {
  const { t } = useTranslation('letters')
  const { locale } = usePageScope()
  if (!letter)
    return (
      <div className="stack">
        <PageHeading title={t('verify.title')} />
        <Banner tone="warning" title={t('verify.unknown')}>
          <p>{t('verify.unknownHint')}</p>
        </Banner>
        <VerifyForm typed={typed} />
      </div>
    )
  return (
    <div className="stack">
      <PageHeading title={t('verify.title')} />
      <Banner tone="success" title={t('verify.real')}>
        <p>{t('verify.realHint')}</p>
      </Banner>
      <SummaryList
        items={[
          { term: t('verify.number'), description: letter.number },
          { term: t('verify.issuedOn'), description: letter.issuedOn },
          { term: t('verify.agency'), description: letter.agency },
          {
            term: t('verify.hash'),
            description: (
              <>
                <code>{letter.contentHash}</code>
                <br />
                <span className="muted">{t('verify.hashHint', { short: shortHash(letter.contentHash) })}</span>
              </>
            ),
          },
          ...(letter.sha256 ? [{ term: t('verify.file'), description: <code>{letter.sha256}</code> }] : []),
        ]}
      />
      <div>
        <ButtonLink href={paths.verifyLetter(locale)} variant="quiet">
          {t('verify.again')}
        </ButtonLink>
      </div>
    </div>
  )
}
