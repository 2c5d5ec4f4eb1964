import { renderToStaticMarkup } from 'react-dom/server'
import { PageScopeProvider, usePageScope } from './core/http/page-scope.tsx'
import type { PageScope } from './core/http/scope.ts'
import { useTranslation, WordsProvider } from './core/i18n/use-translation.ts'
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
      <WordsProvider value={page.texts[page.locale]}>
        <Page status={status} requestId={page.requestId} />
      </WordsProvider>
    </PageScopeProvider>,
  )
  return `<!DOCTYPE html>${html}`
}
