import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { PageScopeProvider } from './core/http/page-scope.tsx'

/** Renders a page whole before its first byte goes out: a failure half-way must still be a failure's status. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { page }: AppLoadContext,
): Promise<Response> {
  page.failed = hasErrors(remixContext.staticHandlerContext.actionData)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(
      <PageScopeProvider value={page}>
        <I18nextProvider i18n={page.texts[page.locale]}>
          <RemixServer context={remixContext} url={request.url} nonce={page.nonce} />
        </I18nextProvider>
      </PageScopeProvider>,
      {
        nonce: page.nonce,
        onAllReady: () => {
          const body = new PassThrough()
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
          pipe(body)
        },
        onShellError: reject,
        onError: reject,
      },
    )
  })
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
