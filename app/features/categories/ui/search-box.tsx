import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { paths } from '#app/core/paths.ts'
import { SearchField } from '#app/ui/search-field.tsx'

/** The one box in which people say what they came for, or which appeal they look for. */
export function SearchBox({ typed }: { typed?: string }) {
  const { t } = useTranslation('categories')
  const { locale } = usePageScope()
  return (
    <search>
      <form method="get" action={paths.search(locale)}>
        <SearchField
          name="q"
          label={t('search.label')}
          hint={t('search.hint')}
          button={t('search.button')}
          defaultValue={typed}
        />
      </form>
    </search>
  )
}
