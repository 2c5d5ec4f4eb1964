import type { ReactNode } from 'react'
import { usePageScope } from './core/http/page-scope.tsx'
import { paths } from './core/paths.ts'
import icon from './ui/icon.svg?url'
import styles from './ui/styles/index.css?url'

interface DocumentProps {
  readonly title: string
  readonly branded: boolean
  /** URLs of scripts that improve this page; without them it works too. */
  readonly scripts?: readonly string[]
  readonly children: ReactNode
}

/** The shell of every page, the error page too. */
export function Document({ title, branded, scripts = [], children }: DocumentProps) {
  const { locale, nonce } = usePageScope()
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="icon" href={icon} type="image/svg+xml" />
        <link rel="stylesheet" href={styles} />
        {branded ? <link rel="stylesheet" href={paths.brand()} /> : null}
        {scripts.map((script) => (
          <script key={script} type="module" src={script} nonce={nonce} />
        ))}
      </head>
      <body>{children}</body>
    </html>
  )
}
