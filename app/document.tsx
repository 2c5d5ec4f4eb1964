import type { ReactNode } from 'react'
import { usePageScope } from './core/http/page-scope.tsx'
import { paths } from './core/paths.ts'
import icon from './ui/icon.svg?url'
import styles from './ui/styles/index.css?url'

/** The shell of every page, the error page too. No script: a page that needs one will ask for it. */
export function Document({ title, branded, children }: { title: string; branded: boolean; children: ReactNode }) {
  const { locale } = usePageScope()
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="icon" href={icon} type="image/svg+xml" />
        <link rel="stylesheet" href={styles} />
        {branded ? <link rel="stylesheet" href={paths.brand()} /> : null}
      </head>
      <body>{children}</body>
    </html>
  )
}
