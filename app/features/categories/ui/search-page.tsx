import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { paths } from '#app/core/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import type { CategoryChoice } from '../categories.queries.server.ts'
import { SearchBox } from './search-box.tsx'

interface SearchPageProps {
  readonly typed: string
  readonly found: readonly CategoryChoice[]
}

/** What the words may mean, each with the way to write about it; never a dead end. */
export function SearchPage({ typed, found }: SearchPageProps) {
  const { t } = useTranslation('categories')
  const { locale } = usePageScope()
  return (
    <div className="stack">
      <PageHeading title={t('search.title')} lead={typed ? t('search.for', { typed }) : t('search.empty')} />
      <SearchBox typed={typed} />
      {found.length > 0 ? (
        <section className="stack" aria-labelledby="found">
          <h2 id="found">{t('search.found')}</h2>
          <ul className="tasks">
            {found.map(({ slug, name, agency }) => (
              <li key={slug} className="task">
                <div className="task-words">
                  <p>
                    <strong>{name}</strong>
                  </p>
                  <p className="task-hint">{t('search.answers', { agency })}</p>
                  <a href={paths.newAppeal(locale, { about: slug })}>
                    {t('search.file')}
                    <span className="visually-hidden">: {name}</span>
                  </a>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {typed && found.length === 0 ? <p>{t('search.nothing')}</p> : null}
      <div>
        <ButtonLink href={paths.newAppeal(locale)} variant="secondary">
          {t('search.fileAnyway')}
        </ButtonLink>
      </div>
    </div>
  )
}
