import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import type { ListWish } from '#app/core/http/list-wish.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { MoveButtons } from '#app/ui/move-buttons.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { SelectField } from '#app/ui/select-field.tsx'

interface CataloguePageProps<Row> {
  readonly title: string
  readonly lead: string
  readonly add: { readonly href: string; readonly label: string }
  readonly wish: ListWish
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly nameOf: (row: Row) => string
  readonly submissionKey: string
}

/** One kind of thing that a region has, in its order: searched, added to, moved. */
export function CataloguePage<Row extends { readonly id: string }>(props: CataloguePageProps<Row>) {
  const { title, lead, add, wish, rows, nameOf, submissionKey } = props
  const { t } = useTranslation('changes')
  const { t: common } = useTranslation('common')
  const { summary } = useFormState('move')
  // Of a narrowed list nobody sees what a row would be moved past.
  const isWhole = wish.search === '' && wish.show === 'inUse' && rows.length > 1
  const order: Column<Row> = {
    key: 'order',
    header: t('list.order'),
    width: 'min',
    cell: (row) => (
      <PostForm intent="move">
        <HiddenFields values={{ submissionKey, id: row.id }} />
        <MoveButtons
          up={t('act.up')}
          down={t('act.down')}
          about={nameOf(row)}
          isFirst={row === rows[0]}
          isLast={row === rows.at(-1)}
        />
      </PostForm>
    ),
  }
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={summary} />
      <PageHeading title={title} lead={lead} actions={<ButtonLink href={add.href}>{add.label}</ButtonLink>} />
      <FilterBar
        label={t('list.filter')}
        search={{ name: 'search', label: t('list.search'), button: t('list.find'), defaultValue: wish.search }}
        applyLabel={t('list.apply')}
      >
        <SelectField
          name="show"
          label={t('list.show')}
          options={[
            { value: 'inUse', label: t('list.inUse') },
            { value: 'retired', label: t('list.retired') },
          ]}
          defaultValue={wish.show}
        />
      </FilterBar>
      <DataTable
        caption={title}
        captionHidden
        columns={isWhole ? [...props.columns, order] : [...props.columns]}
        rows={[...rows]}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('list.empty')} />}
      />
    </div>
  )
}
