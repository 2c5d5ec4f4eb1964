import { isRouteErrorResponse, Outlet, useMatches, useRouteError } from '@remix-run/react'
import type { HeadersFunction } from '@remix-run/node'
import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { usePageScope } from './core/http/page-scope.tsx'
import { Document } from './document.tsx'
import { ErrorPage, shownStatus } from './error-page.tsx'

/** A failed page keeps what its failure says of itself, Retry-After above all. */
export const headers: HeadersFunction = ({ errorHeaders }) => errorHeaders ?? new Headers()

/** What page loaders say of themselves for the title. */
interface Titled {
  readonly title?: string
  readonly siteName?: string
}

/** What a route's `handle` may ask for: scripts by URL (`import url from './x.ts?worker&url'`), see decision 0008. */
interface Handle {
  readonly scripts?: readonly string[]
}

export function Layout({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common')
  const { failed, branded } = usePageScope()
  const error = useRouteError()
  const matches = useMatches()
  const scripts = error ? [] : matches.flatMap((match) => (match.handle as Handle | undefined)?.scripts ?? [])
  const titles = matches.map((match) => match.data as Titled | undefined)
  const ownTitle = error ? t(`page.${statusOf(error)}.title`) : titles.findLast((titled) => titled?.title)?.title
  const siteName = titles.find((titled) => titled?.siteName)?.siteName ?? t('product')
  const title = [ownTitle, siteName].filter(Boolean).join(' – ')
  return (
    <Document title={failed && !error ? `${t('errorPrefix')}: ${title}` : title} branded={branded} scripts={scripts}>
      {children}
    </Document>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const { requestId } = usePageScope()
  return <ErrorPage status={statusOf(useRouteError())} requestId={requestId} />
}

const statusOf = (error: unknown) => shownStatus(isRouteErrorResponse(error) ? error.status : 500)
