import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { SearchField } from '#app/ui/search-field.tsx'

/** Where an administrator types what to find among the settings. */
export function SettingsSearch({ typed }: { readonly typed?: string }) {
  const { t } = useTranslation('regions')
  return (
    <search>
      <form method="get" action={paths.adminSearch()}>
        <SearchField
          name="q"
          label={t('find.label')}
          hint={t('find.hint')}
          button={t('find.button')}
          {...(typed === undefined ? {} : { defaultValue: typed })}
        />
      </form>
    </search>
  )
}
