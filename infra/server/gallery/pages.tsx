import express, { type RequestHandler } from 'express'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import type { LocaleCode } from '#db/schema/tenant.ts'
import { PageScopeProvider } from '#app/core/http/page-scope.tsx'
import type { PageScope } from '#app/core/http/scope.ts'
import { localeCodes, localeNames } from '#app/core/i18n/locales.ts'
import { Document } from '#app/document.tsx'
import { Button } from '#app/ui/button.tsx'
import dialogs from '#app/ui/enhance/dialogs-alone.ts?worker&url'
import { ResidentFrame } from '#app/ui/resident-frame.tsx'
import { StaffFrame, type ColourScheme } from '#app/ui/staff-frame.tsx'
import type { EdgeLocals } from '../edge.ts'
import { ChartParts } from './chart-parts.tsx'
import { ResidentParts } from './resident-parts.tsx'
import { samples } from './samples.ts'
import { StaffParts } from './staff-parts.tsx'

type Part = 'residents' | 'staff' | 'charts'

const partAt: Record<string, Part> = {
  '/dev/gallery': 'residents',
  '/dev/gallery/staff': 'staff',
  '/dev/gallery/charts': 'charts',
}
const schemes = ['system', 'light', 'dark'] as const

/** Every component in every state, in three languages, by day and by night: what a new page is put together from. */
export function galleryPages(): RequestHandler {
  const router = express.Router()
  router.get(Object.keys(partAt), (incoming, outgoing, next) => {
    const page = (outgoing.locals as EdgeLocals).open?.scope.page
    if (!page) return next()
    const locale = localeCodes.find((code) => code === incoming.query.lang) ?? 'kk'
    const colours = schemes.find((scheme) => scheme === incoming.query.colours) ?? 'system'
    outgoing.type('html').set('Cache-Control', 'no-store')
    outgoing.send(gallery({ ...page, locale }, partAt[incoming.path] ?? 'residents', colours))
  })
  return router
}

function gallery(page: PageScope, part: Part, colours: ColourScheme): string {
  const { locale } = page
  const s = samples[locale]
  const address = (change: { part?: Part; locale?: LocaleCode; colours?: ColourScheme }) => {
    const to = { part, locale, colours, ...change }
    const path = Object.keys(partAt).find((key) => partAt[key] === to.part) ?? ''
    return `${path}?lang=${to.locale}&colours=${to.colours}`
  }
  const parts = Object.values(partAt)
  const common = {
    region: s.region,
    centre: s.centre,
    homeHref: '/dev/gallery',
    skipLabel: s.skip,
    navLabel: s.menu,
    languagesLabel: localeNames[locale],
    languages: localeCodes.map((code) => ({
      locale: code,
      label: localeNames[code],
      href: address({ locale: code }),
      current: code === locale,
    })),
  }
  const nav = parts.map((one) => ({ href: address({ part: one }), label: s.parts[one], current: one === part }))
  const nights = schemes.map((scheme) => ({ href: address({ colours: scheme }), label: scheme }))
  const framed: Record<Part, () => ReactElement> = {
    residents: () => (
      <ResidentFrame {...common} nav={nav} help={{ title: s.question, lines: [{ label: s.agency, text: '109' }] }}>
        <ResidentParts s={s} />
      </ResidentFrame>
    ),
    staff: () => inStaffFrame(<StaffParts s={s} />),
    charts: () => inStaffFrame(<ChartParts s={s} />),
  }
  const inStaffFrame = (children: ReactElement) => (
    <StaffFrame
      {...common}
      nav={[...nav, ...nights]}
      colours={colours}
      person={{ name: s.person, role: s.role }}
      signOut={
        <form>
          <Button variant="quiet" small>
            {s.close}
          </Button>
        </form>
      }
    >
      {children}
    </StaffFrame>
  )
  const html = renderToStaticMarkup(
    <PageScopeProvider value={page}>
      <I18nextProvider i18n={page.texts[locale]}>
        <Document title={`${s.name}: ${s.parts[part]}`} branded={page.branded} scripts={[dialogs]}>
          {framed[part]()}
        </Document>
      </I18nextProvider>
    </PageScopeProvider>,
  )
  return `<!DOCTYPE html>${html}`
}
