import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { PageScopeProvider, usePageScope } from './core/http/page-scope.tsx'
import type { PageScope } from './core/http/scope.ts'
import { Document } from './document.tsx'
import { ErrorPage, shownStatus } from './error-page.tsx'

function Page({ status, requestId }: { status: number; requestId: string }) {
  const { t } = useTranslation('common')
  const { locale, site } = usePageScope()
  const siteName = site?.name[locale] ?? t('product')
  return (
    <Document title={`${t(`page.${shownStatus(status)}.title`)} – ${siteName}`} branded={false}>
      <ErrorPage status={status} requestId={requestId} />
    </Document>
  )
}

/** The error page as HTML, for failures before or outside the routes: no database is asked for it. */
export function errorDocument(status: number, page: PageScope): string {
  const html = renderToStaticMarkup(
    <PageScopeProvider value={page}>
      <I18nextProvider i18n={page.texts[page.locale]}>
        <Page status={status} requestId={page.requestId} />
      </I18nextProvider>
    </PageScopeProvider>,
  )
  return `<!DOCTYPE html>${html}`
}
