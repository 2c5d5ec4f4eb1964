import express, { type RequestHandler } from 'express'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { WordsProvider } from '#app/core/i18n/use-translation.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { PageScopeProvider } from '#app/core/http/page-scope.tsx'
import type { PageScope } from '#app/core/http/scope.ts'
import { useColours } from '#app/core/http/use-colours.ts'
import { localeCodes, localeNames } from '#app/core/i18n/locales.ts'
import { Document } from '#app/document.tsx'
import { Button } from '#app/ui/button.tsx'
import dialogs from '#app/ui/enhance/dialogs-alone.ts?worker&url'
import { ResidentFrame } from '#app/ui/resident-frame.tsx'
import { StaffFrame } from '#app/ui/staff-frame.tsx'
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

/** Every component in every state, in three languages, by day and by night: what a new page is put together from. */
export function galleryPages(): RequestHandler {
  const router = express.Router()
  router.get(Object.keys(partAt), (incoming, outgoing, next) => {
    const page = (outgoing.locals as EdgeLocals).open?.scope.page
    if (!page) return next()
    const locale = localeCodes.find((code) => code === incoming.query.lang) ?? 'kk'
    outgoing.type('html').set('Cache-Control', 'no-store')
    outgoing.send(gallery({ ...page, locale }, partAt[incoming.path] ?? 'residents'))
  })
  return router
}

function gallery(page: PageScope, part: Part): string {
  const html = renderToStaticMarkup(
    <PageScopeProvider value={page}>
      <I18nextProvider i18n={page.texts[page.locale]}>
        <WordsProvider value={page.texts[page.locale]}>
          <Gallery page={page} part={part} />
        </WordsProvider>
      </I18nextProvider>
    </PageScopeProvider>,
  )
  return `<!DOCTYPE html>${html}`
}

function Gallery({ page, part }: { page: PageScope; part: Part }) {
  const { locale } = page
  const s = samples[locale]
  const colours = useColours()
  const address = (to: Part, code: LocaleCode) =>
    `${Object.keys(partAt).find((path) => partAt[path] === to) ?? ''}?lang=${code}`
  const common = {
    region: s.region,
    centre: s.centre,
    homeHref: '/dev/gallery',
    skipLabel: s.skip,
    navLabel: s.menu,
    nav: Object.values(partAt).map((one) => ({
      href: address(one, locale),
      label: s.parts[one],
      current: one === part,
    })),
    languagesLabel: localeNames[locale],
    languages: localeCodes.map((code) => ({
      locale: code,
      label: localeNames[code],
      href: address(part, code),
      current: code === locale,
    })),
  }
  const signOut = (
    <form>
      <Button variant="quiet" small>
        {s.close}
      </Button>
    </form>
  )
  return (
    <Document title={`${s.name}: ${s.parts[part]}`} branded={page.branded} scripts={[dialogs]}>
      {part === 'residents' ? (
        <ResidentFrame {...common} help={{ title: s.question, lines: [{ label: s.agency, text: '109' }] }}>
          <ResidentParts s={s} />
        </ResidentFrame>
      ) : (
        <StaffFrame {...common} {...colours} person={{ name: s.person, role: s.role }} signOut={signOut}>
          {part === 'staff' ? <StaffParts s={s} /> : <ChartParts s={s} />}
        </StaffFrame>
      )}
    </Document>
  )
}
