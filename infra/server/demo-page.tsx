import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { WordsProvider } from '#app/core/i18n/use-translation.ts'
import { PageScopeProvider } from '#app/core/http/page-scope.tsx'
import type { PageScope } from '#app/core/http/scope.ts'
import { Document } from '#app/document.tsx'
import { PlainFrame } from '#app/ui/plain-frame.tsx'

/** A page that exists in a demo only, as HTML. */
export function demoPage(page: PageScope, title: string, children: ReactNode): string {
  const html = renderToStaticMarkup(
    <PageScopeProvider value={page}>
      <WordsProvider value={page.texts[page.locale]}>
        <Document title={title} branded={page.branded}>
          <PlainFrame name="Bir Tereze" homeHref="/">
            <div className="stack">{children}</div>
          </PlainFrame>
        </Document>
      </WordsProvider>
    </PageScopeProvider>,
  )
  return `<!DOCTYPE html>${html}`
}

/** A text with its addresses as links. */
export function Linked({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, position) =>
    position % 2 === 1 ? (
      // Positions are the identity here: the same address may stand twice.
      // oxlint-disable-next-line no-array-index-key
      <a key={position} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  )
}
