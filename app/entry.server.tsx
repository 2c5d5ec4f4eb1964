import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { WordsProvider } from '#app/core/i18n/use-translation.ts'
import { PageScopeProvider } from './core/http/page-scope.tsx'

/**
 * Renders a page whole before its first byte goes out: a failure half-way must still be a failure's status. As a string,
 * because React 18's streams leave a zero byte where a two-byte letter did not fit a chunk (facebook/react #24985), and
 * Kazakh and Russian have little else.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { page }: AppLoadContext,
): Response {
  page.failed = hasErrors(remixContext.staticHandlerContext.actionData)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  // Of a form that comes back for too many tries nothing but the page itself knows how long to wait.
  if (page.retryAfter) headers.set('Retry-After', String(page.retryAfter))
  const html = renderToString(
    <PageScopeProvider value={page}>
      <I18nextProvider i18n={page.texts[page.locale]}>
        <WordsProvider value={page.texts[page.locale]}>
          <RemixServer context={remixContext} url={request.url} nonce={page.nonce} />
        </WordsProvider>
      </I18nextProvider>
    </PageScopeProvider>,
  )
  page.html = `<!DOCTYPE html>${html}`
  return new Response(null, { status: failureOf(remixContext) ?? status, headers })
}

/** The status of the error page: an action may have answered 422 before a loader found the database away. */
function failureOf({ staticHandlerContext: { errors } }: EntryContext): number | undefined {
  const [error] = Object.values(errors ?? {})
  if (error === undefined) return undefined
  return isRouteErrorResponse(error) ? error.status : 500
}

function hasErrors(actionData: Record<string, unknown> | null | undefined): boolean {
  return Object.values(actionData ?? {}).some(
    (reply) => typeof reply === 'object' && reply !== null && 'errors' in reply,
  )
}

/** What a loader or action did not foresee; what it did, the wrappers have turned into a page. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (!request.signal.aborted) context.report(error)
}
