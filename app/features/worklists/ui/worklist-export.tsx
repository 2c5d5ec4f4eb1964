import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { addressOf, type WorklistQuery } from '../worklist.ts'

/** The ways to the whole list as a file, not its page alone. */
export function WorklistExport({ query }: { query: WorklistQuery }) {
  const { t } = useTranslation('worklists')
  const address = addressOf(query)
  return (
    <p className="muted small">
      {t('export.label')}{' '}
      <a href={paths.worklistTable('xlsx', address)} download>
        {t('export.xlsx')}
      </a>
      {' · '}
      <a href={paths.worklistTable('csv', address)} download>
        {t('export.csv')}
      </a>
    </p>
  )
}
