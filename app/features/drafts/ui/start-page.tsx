import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { InsetText } from '#app/ui/inset-text.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'

interface StartPageProps {
  /** Where the appeal that was begun in this browser goes on. */
  readonly begun: string | undefined
  readonly lost: boolean
  /** A category that the person came for. */
  readonly about: string | undefined
}

/** What one should know before the first question, and the way on with what was begun. */
export function StartPage({ begun, lost, about }: StartPageProps) {
  const { t } = useTranslation('drafts')
  const { locale } = usePageScope()
  return (
    <div className="stack">
      {lost ? (
        <Banner tone="warning" title={t('lost.title')}>
          <p>{t('lost.text')}</p>
        </Banner>
      ) : null}
      <PageHeading title={t('start.title')} lead={t('start.lead')} />
      {begun ? (
        <Panel title={t('start.begun')} tone="accent">
          <div className="stack">
            <div>
              <ButtonLink href={begun} icon="forward">
                {t('start.goOn')}
              </ButtonLink>
            </div>
            <PostForm>
              <HiddenFields values={{ about }} />
              <Button variant="secondary">{t('start.discard')}</Button>
            </PostForm>
          </div>
        </Panel>
      ) : null}
      <h2>{t('start.have')}</h2>
      <ul>
        <li>{t('start.haveNumber')}</li>
        <li>{t('start.haveAddress')}</li>
        <li>{t('start.haveContact')}</li>
      </ul>
      <p>{t('start.without')}</p>
      <p>{t('start.anonymous')}</p>
      <p>{t('start.privacy')}</p>
      <InsetText>
        <p>{t('start.emergency')}</p>
      </InsetText>
      {begun ? null : (
        <div>
          <ButtonLink href={paths.question(locale, 'intent', about ? { about } : {})} icon="forward">
            {t('start.begin')}
          </ButtonLink>
        </div>
      )}
    </div>
  )
}
