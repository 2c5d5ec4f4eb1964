import { Outlet } from '@remix-run/react'

/** The least that a page of Remix is. */
export default function Root() {
  return (
    <html lang="kk">
      <head>
        <meta charSet="utf-8" />
      </head>
      <body>
        <Outlet />
      </body>
    </html>
  )
}
