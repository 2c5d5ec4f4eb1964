import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { localeCodes } from '#app/core/i18n/locales.ts'
import { Checkbox, CheckboxGroup } from '#app/ui/choices.tsx'
import { Details } from '#app/ui/details.tsx'
import { FilterBar, type FilterChip } from '#app/ui/filter-bar.tsx'
import { SelectField, type SelectOption } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { columns, shownColumns } from '../columns.ts'
import {
  addressOf,
  appealKinds,
  appealStatuses,
  dueSpans,
  filters,
  sortings,
  type Filter,
  type WorklistQuery,
} from '../worklist.ts'
import type { Worklist } from '../worklist-page.queries.server.ts'
import { useHeads } from './worklist-rows.tsx'

type Choosable = Exclude<Filter, 'days' | 'mine'>

/** Search over everything the asker may see, and what narrows the list, folded away while nothing does. */
export function WorklistFilters({ list }: { list: Worklist }) {
  const { t } = useTranslation('appeals')
  const { t: own } = useTranslation('worklists')
  const { query } = list
  const options = useOptions(list)
  const labels = useLabels()
  const shown = filters.filter(
    (filter) => (filter !== 'agency' || list.seesAll) && (filter !== 'district' || list.districts.length > 0),
  )
  const without = (changes: Partial<WorklistQuery>) => paths.worklist(addressOf(query, changes))
  const chips: FilterChip[] = [
    ...(query.q ? [{ text: `${t('worklist.search')}: ${query.q}`, removeHref: without({ q: undefined }) }] : []),
    ...shown.flatMap((filter) => {
      const value = query[filter]
      if (value === undefined) return []
      const text =
        filter === 'mine'
          ? labels.mine
          : `${labels[filter]}: ${filter === 'days' ? value : (options[filter].find((one) => one.value === value)?.label ?? '—')}`
      return [{ text, removeHref: without({ [filter]: undefined }) }]
    }),
  ]
  const { view: _view, q: _q, exact: _exact, ...narrowing } = addressOf(query)
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
      <Details
        summary={own('filters.summary')}
        open={query.sort !== undefined || shown.some((filter) => query[filter] !== undefined)}
      >
        <FilterBar
          label={t('worklist.filters')}
          action={paths.worklist()}
          keep={{ view: query.view, q: query.q, exact: query.exact, saved: query.saved }}
          applyLabel={t('worklist.apply')}
        >
          {shown.map((filter) =>
            filter === 'days' ? (
              <TextField
                key={filter}
                name={filter}
                label={labels.days}
                inputMode="numeric"
                width="short"
                defaultValue={query.days}
              />
            ) : filter === 'mine' ? null : (
              <SelectField
                key={filter}
                name={filter}
                label={labels[filter]}
                emptyLabel={t('worklist.any')}
                options={options[filter]}
                defaultValue={query[filter]}
              />
            ),
          )}
          <SortField query={query} />
          <Checkbox name="mine" label={labels.mine} defaultChecked={query.mine !== undefined} />
          <ColumnsField list={list} />
        </FilterBar>
      </Details>
    </>
  )
}

function SortField({ query }: { query: WorklistQuery }) {
  const { t } = useTranslation('worklists')
  return (
    <SelectField
      name="sort"
      label={t('sort.label')}
      emptyLabel={t('sort.usual')}
      options={sortings.flatMap((by) => [
        { value: by, label: t(`sort.${by}.up`) },
        { value: `-${by}`, label: t(`sort.${by}.down`) },
      ])}
      defaultValue={query.sort}
    />
  )
}

function ColumnsField({ list: { query, seesAll }, list }: { list: Worklist }) {
  const { t } = useTranslation('worklists')
  const heads = useHeads(list)
  return (
    <CheckboxGroup
      name="columns"
      label={t('column.label')}
      inline
      options={columns
        .filter((column) => column !== 'agency' || seesAll)
        .map((column) => ({ value: column, label: heads[column].text }))}
      defaultValues={shownColumns(query.columns, seesAll)}
    />
  )
}

function useOptions({ categories, districts, agencies }: Worklist): Readonly<Record<Choosable, SelectOption[]>> {
  const { t } = useTranslation('appeals')
  return {
    state: appealStatuses.map((state) => ({ value: state, label: t(`status.${state}`) })),
    kind: appealKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
    due: dueSpans.map((span) => ({ value: span, label: t(`due.${span}`) })),
    category: categories.map(({ id, name }) => ({ value: id, label: name })),
    district: districts.map(({ id, name }) => ({ value: id, label: name })),
    agency: agencies.map(({ id, name }) => ({ value: id, label: name })),
    language: localeCodes.map((code) => ({ value: code, label: t(`language.${code}`) })),
  }
}

function useLabels(): Readonly<Record<Filter, string>> {
  const { t } = useTranslation('appeals')
  const { t: own } = useTranslation('worklists')
  return {
    state: t('worklist.status'),
    kind: own('column.kind'),
    due: t('worklist.due'),
    days: own('filters.days'),
    category: t('worklist.category'),
    district: own('filters.district'),
    agency: t('worklist.agency'),
    language: t('worklist.language'),
    mine: own('filters.mine'),
  }
}
