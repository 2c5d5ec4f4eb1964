import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ConfirmPanel } from '#app/ui/confirm-panel.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { WarningText } from '#app/ui/warning-text.tsx'

interface StartPageProps {
  /** Where the appeal that was begun in this browser goes on. */
  readonly begun: string | undefined
  /** It is asked back whether that is to be deleted. */
  readonly discarding: boolean
  readonly lost: boolean
  /** A category that the person came for. */
  readonly about?: string | undefined
}

/** What one should know before the first question, and the way on with what was begun. */
export function StartPage({ begun, discarding, lost, about }: StartPageProps) {
  const { t } = useTranslation('drafts')
  const { t: common } = useTranslation('common')
  const { locale } = usePageScope()
  return (
    <div className="stack">
      {lost ? (
        <Banner tone="warning" title={t('lost.title')}>
          <p>{t('lost.text')}</p>
        </Banner>
      ) : null}
      <PageHeading title={t('start.title')} lead={t('start.lead')} />
      {begun && discarding ? (
        <ConfirmPanel
          title={t('start.discardTitle')}
          confirm={
            <PostForm>
              <HiddenFields values={{ about }} />
              <Button variant="danger">{t('start.discard')}</Button>
            </PostForm>
          }
          cancel={{ href: begun, label: t('start.goOn') }}
        >
          <p>{t('start.discardText')}</p>
        </ConfirmPanel>
      ) : null}
      {begun && !discarding ? (
        <Panel title={t('start.begun')} tone="accent">
          <div className="cluster">
            <ButtonLink href={begun} icon="forward">
              {t('start.goOn')}
            </ButtonLink>
            <a href={paths.newAppeal(locale, { discard: '', ...(about ? { about } : {}) })}>{t('start.discard')}</a>
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
      <WarningText label={common('warning')}>{t('start.emergency')}</WarningText>
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
