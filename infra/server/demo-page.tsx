import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { WordsProvider } from '#app/core/i18n/use-translation.ts'
import { PageScopeProvider } from '#app/core/http/page-scope.tsx'
import type { PageScope } from '#app/core/http/scope.ts'
import { Document } from '#app/document.tsx'
import { PlainFrame } from '#app/ui/plain-frame.tsx'

/** A page that exists in a demo only, as HTML. */
export function demoPage(page: PageScope, title: string, children: ReactNode): string {
  const html = renderToStaticMarkup(
    <PageScopeProvider value={page}>
      <I18nextProvider i18n={page.texts[page.locale]}>
        <WordsProvider value={page.texts[page.locale]}>
          <Document title={title} branded={page.branded}>
            <PlainFrame name="Bir Tereze" homeHref="/">
              <div className="stack">{children}</div>
            </PlainFrame>
          </Document>
        </WordsProvider>
      </I18nextProvider>
    </PageScopeProvider>,
  )
  return `<!DOCTYPE html>${html}`
}
