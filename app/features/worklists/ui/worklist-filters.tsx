import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { localeCodes } from '#app/core/i18n/locales.ts'
import { Details } from '#app/ui/details.tsx'
import { FilterBar, type FilterChip } from '#app/ui/filter-bar.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { addressOf, appealStatuses, dueSpans, type WorklistQuery } from '../worklist.ts'
import type { Worklist } from '../worklist-page.queries.server.ts'

type Filter = 'state' | 'agency' | 'category' | 'due' | 'language'

/** Search over everything the asker may see, and what narrows the list, folded away while nothing does. */
export function WorklistFilters({ list }: { list: Worklist }) {
  const { t } = useTranslation('appeals')
  const { query } = list
  const options = {
    state: appealStatuses.map((state) => ({ value: state, label: t(`status.${state}`) })),
    due: dueSpans.map((span) => ({ value: span, label: t(`due.${span}`) })),
    category: list.categories.map(({ id, name }) => ({ value: id, label: name })),
    agency: list.agencies.map(({ id, name }) => ({ value: id, label: name })),
    language: localeCodes.map((code) => ({ value: code, label: t(`language.${code}`) })),
  } satisfies Record<Filter, { value: string; label: string }[]>
  const labels = {
    state: t('worklist.status'),
    due: t('worklist.due'),
    category: t('worklist.category'),
    agency: t('worklist.agency'),
    language: t('worklist.language'),
  }
  const shown = (Object.keys(options) as Filter[]).filter((filter) => filter !== 'agency' || list.seesAll)
  const without = (changes: Partial<WorklistQuery>) => paths.worklist(addressOf(query, changes))
  const chips: FilterChip[] = [
    ...(query.q ? [{ text: `${t('worklist.search')}: ${query.q}`, removeHref: without({ q: undefined }) }] : []),
    ...shown.flatMap((filter) => {
      const label = options[filter].find(({ value }) => value === query[filter])?.label
      return label ? [{ text: `${labels[filter]}: ${label}`, removeHref: without({ [filter]: undefined }) }] : []
    }),
  ]
  const { view: _view, q: _q, ...narrowing } = addressOf(query)
  return (
    <>
      <FilterBar
        label={t('worklist.search')}
        action={paths.worklist()}
        // Who looks for one appeal does not know in which view it is.
        keep={{ ...narrowing, view: 'all' }}
        search={{ name: 'q', label: t('worklist.searchLabel'), button: t('worklist.find'), defaultValue: query.q }}
        applyLabel={t('worklist.apply')}
        chips={{
          label: t('worklist.narrowedBy'),
          removeLabel: t('worklist.remove'),
          items: chips,
          clear: { href: paths.worklist({ view: query.view }), label: t('worklist.clear') },
        }}
      />
      <Details summary={t('worklist.filters')} open={shown.some((filter) => query[filter] !== undefined)}>
        <FilterBar
          label={t('worklist.filters')}
          action={paths.worklist()}
          keep={{ view: query.view, q: query.q }}
          applyLabel={t('worklist.apply')}
        >
          {shown.map((filter) => (
            <SelectField
              key={filter}
              name={filter}
              label={labels[filter]}
              emptyLabel={t('worklist.any')}
              options={options[filter]}
              defaultValue={query[filter]}
            />
          ))}
        </FilterBar>
      </Details>
    </>
  )
}
