import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'

export type Column<Row> = {
  key: string
  header: string
  align?: 'start' | 'end'
  /** `min`: as narrow as its words; `wide`: takes what is left. */
  width?: 'min' | 'wide'
  /** The cell that names the row. */
  rowHeader?: boolean
  headerHidden?: boolean
  /** Sorting by a link: where it goes, and how the column is sorted now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' }
  cell: (row: Row) => ReactNode
}

/** A first column of checkboxes; they are sent under `name`, with the row's key, by the form of this id. */
export type RowSelection<Row> = {
  name: string
  form: string
  header: string
  /** What the checkbox says: the name of its row. */
  label: (row: Row) => string
}

type DataTableProps<Row> = {
  caption: string
  captionHidden?: boolean
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  /** `danger` marks a row that is late; the row's words have to say so too. */
  rowTone?: (row: Row) => 'danger' | undefined
  /** The row that is open beside the list. */
  rowCurrent?: (row: Row) => boolean
  select?: RowSelection<Row>
  /** Less air: for lists that are worked all day. */
  dense?: boolean
  /** On a wide screen the header stays in sight while a long list passes under it. */
  stickyHeader?: boolean
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode
}

/** A table that becomes a stack of cards on a narrow screen; its roles are spelled out, since CSS would take them. */
export function DataTable<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  rowTone,
  rowCurrent,
  select,
  dense,
  stickyHeader,
  empty,
}: DataTableProps<Row>) {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>
  return (
    <div className={classNames('table-scroll', stickyHeader && 'table-sticky')}>
      <table className={classNames('table', dense && 'table-dense')} role="table">
        <caption className={captionHidden ? 'visually-hidden' : 'table-caption'}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {select && (
              <th scope="col" role="columnheader" className="table-select">
                <span className="visually-hidden">{select.header}</span>
              </th>
            )}
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                role="columnheader"
                className={cellClass(column)}
                aria-sort={column.sort?.direction}
              >
                <Header column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              role="row"
              className={rowTone?.(row) && 'table-row-danger'}
              aria-current={rowCurrent?.(row) ? 'true' : undefined}
            >
              {select && (
                <td role="cell" className="table-select">
                  <Tick name={select.name} value={rowKey(row)} form={select.form} label={select.label(row)} />
                </td>
              )}
              {columns.map((column) => {
                const Cell = column.rowHeader ? 'th' : 'td'
                return (
                  <Cell
                    key={column.key}
                    role={column.rowHeader ? 'rowheader' : 'cell'}
                    scope={column.rowHeader ? 'row' : undefined}
                    className={cellClass(column)}
                    data-label={column.headerHidden || column.rowHeader ? undefined : column.header}
                  >
                    <div className="table-cell">{column.cell(row)}</div>
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Tick({ label, ...input }: { name: string; value: string; form: string; label: string }) {
  return (
    <label className="table-tick">
      <input {...input} type="checkbox" />
      <span className="visually-hidden">{label}</span>
    </label>
  )
}

function Header<Row>({ column: { header, headerHidden, sort } }: { column: Column<Row> }) {
  if (headerHidden) return <span className="visually-hidden">{header}</span>
  if (!sort) return <>{header}</>
  return (
    <a href={sort.href} className="table-sort">
      {header}
      {sort.direction && <Icon name={sort.direction === 'ascending' ? 'up' : 'down'} size={14} />}
    </a>
  )
}

function cellClass<Row>({ align, width }: Column<Row>) {
  return classNames(align === 'end' && 'table-end', width && `table-${width}`) || undefined
}
