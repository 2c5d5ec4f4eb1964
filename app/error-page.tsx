import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { usePageScope } from './core/http/page-scope.tsx'
import { localeCodes, localeNames } from './core/i18n/locales.ts'
import { inLanguage, isStaffPath, paths } from './core/paths.ts'
import { ButtonLink } from './ui/button.tsx'
import { PageHeading } from './ui/page-heading.tsx'
import { Panel } from './ui/panel.tsx'
import { PlainFrame } from './ui/plain-frame.tsx'

const known = [401, 403, 404, 409, 413, 422, 423, 429, 500, 503] as const
type Known = (typeof known)[number]

/** The status a page exists for; what has none is a fault of ours. */
export const shownStatus = (status: number): Known => known.find((candidate) => candidate === status) ?? 500

/** The one error page. It asks for no data, so it also works when the database is away. */
export function ErrorPage({ status, requestId }: { status: number; requestId?: string }) {
  const { t } = useTranslation('common')
  const { t: regions } = useTranslation('regions')
  const { locale, path, keptText, retryAfter, site } = usePageScope()
  const shown = shownStatus(status)
  const languages = localeCodes.map((code) => ({
    locale: code,
    label: localeNames[code],
    href: inLanguage(path, code),
    current: code === locale,
  }))
  const hasLanguages = languages.some((language) => language.href !== path)
  const phones = site?.phones.map(({ kind, number }) => ({
    label: regions(`phone.${kind}`),
    text: number,
    href: `tel:${number.replace(/\s/g, '')}`,
  }))
  return (
    <PlainFrame
      name={site?.name[locale] ?? t('product')}
      homeHref="/"
      {...(hasLanguages ? { languages, languagesLabel: t('languages') } : {})}
      {...(phones && phones.length > 0 ? { help: { title: regions('phone.title'), lines: phones } } : {})}
    >
      <div className="stack">
        <PageHeading
          title={t(`page.${shown}.title`)}
          lead={t(shown === 404 && keptText ? 'page.notYours' : `page.${shown}.text`)}
        />
        {retryAfter ? <p>{t('page.wait', { minutes: Math.ceil(retryAfter / 60) })}</p> : null}
        {keptText ? (
          <Panel title={t('page.kept')}>
            <p className="pre-line">{keptText}</p>
          </Panel>
        ) : null}
        <p>
          {shown === 401 ? (
            <ButtonLink href={paths.signIn()}>{t('page.signIn')}</ButtonLink>
          ) : site && isStaffPath(path) ? (
            <ButtonLink href={paths.worklist()} variant="secondary">
              {t('page.work')}
            </ButtonLink>
          ) : (
            <ButtonLink href="/" variant="secondary">
              {t('page.home')}
            </ButtonLink>
          )}
        </p>
        {requestId && shown >= 500 ? (
          <p className="muted small">
            {t('page.requestId')}: <span className="tabular">{requestId}</span>
          </p>
        ) : null}
      </div>
    </PlainFrame>
  )
}
