import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { areaNames } from '../areas.ts'
import type { ListedText, TextWish } from '../wordings.queries.server.ts'

interface TextsPageProps {
  readonly wish: TextWish
  readonly texts: readonly ListedText[]
  /** How many were found beyond these. */
  readonly more: number
}

/** Every text that residents read, to be found and reworded. */
export function TextsPage({ wish, texts, more }: TextsPageProps) {
  const { t } = useTranslation('wordings')
  const { t: changes } = useTranslation('changes')
  return (
    <div className="stack">
      <PageHeading title={t('list.title')} lead={t('list.lead')} />
      <FilterBar
        label={changes('list.filter')}
        search={{
          name: 'search',
          label: t('list.search'),
          button: changes('list.find'),
          defaultValue: wish.search,
        }}
        applyLabel={changes('list.apply')}
      >
        <SelectField
          name="area"
          label={t('list.area')}
          options={[
            { value: '', label: t('list.all') },
            { value: 'own', label: t('list.own') },
            ...areaNames.map((area) => ({ value: area, label: t(`area.${area}`) })),
          ]}
          defaultValue={wish.area}
        />
      </FilterBar>
      <DataTable
        caption={t('list.title')}
        captionHidden
        rows={[...texts]}
        rowKey={(row) => row.id}
        empty={<EmptyState title={changes('list.empty')} />}
        columns={[
          {
            key: 'text',
            header: t('list.text'),
            rowHeader: true,
            width: 'wide',
            cell: (row) => <a href={paths.text(row.id)}>{shortened(row.text)}</a>,
          },
          { key: 'area', header: t('list.where'), width: 'min', cell: (row) => t(`area.${row.area}`) },
          { key: 'own', header: t('list.reworded'), width: 'min', cell: (row) => row.own.join(', ') || t('list.not') },
        ]}
      />
      {more > 0 ? <p className="muted">{t('list.more', { number: more })}</p> : null}
    </div>
  )
}

/** As much of a text as tells it from others. */
const shortened = (text: string) => (text.length > 140 ? `${text.slice(0, 139).trimEnd()}…` : text)
