import type { ReactNode } from 'react'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { DataTable, type Column as TableColumn, type RowSelection } from '#app/ui/data-table.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { Tone } from '#app/ui/tone.ts'
import type { Column } from '../columns.ts'

/** An appeal in a list, in words. */
export interface WorklistTableRow {
  readonly id: string
  readonly version: number
  readonly href: string
  readonly number: string
  /** Category and language. */
  readonly about: string
  readonly language: LocaleCode
  /** The first words, or those that were searched for. */
  readonly excerpt: ReactNode
  readonly applicant: ReactNode
  /** What it is in law. */
  readonly kind: string
  readonly agencies: string
  readonly receivedDay: string
  readonly dueDay: string
  /** How far the due date is; empty once that matters no more. */
  readonly left: string
  readonly overdue: boolean
  readonly status: string
  readonly statusTone: Tone
}

/** What stands over a column, and how the list is put into its order. */
export interface ColumnHead {
  readonly text: string
  readonly sort?: { href: string; direction?: 'ascending' | 'descending' }
}

interface WorklistTableProps {
  readonly caption: string
  readonly columns: readonly Column[]
  readonly heads: Readonly<Record<Column | 'number', ColumnHead>>
  readonly rows: readonly WorklistTableRow[]
  readonly select?: RowSelection<WorklistTableRow> | undefined
  readonly empty: ReactNode
}

type Cells = Readonly<Record<Column | 'number', Omit<TableColumn<WorklistTableRow>, 'key' | 'header' | 'sort'>>>

const cells: Cells = {
  number: {
    width: 'min',
    rowHeader: true,
    cell: (row) => (
      <a href={row.href} className="nowrap tabular" data-version={row.version}>
        {row.number}
      </a>
    ),
  },
  matter: {
    width: 'wide',
    cell: (row) => (
      <>
        <div className="muted small">{row.about}</div>
        <div lang={row.language}>{row.excerpt}</div>
      </>
    ),
  },
  applicant: { cell: (row) => row.applicant },
  kind: { cell: (row) => row.kind },
  agency: { cell: (row) => row.agencies },
  received: { width: 'min', cell: (row) => <span className="tabular nowrap">{row.receivedDay}</span> },
  due: {
    width: 'min',
    cell: (row) => (
      <>
        <div className="tabular nowrap">{row.dueDay}</div>
        {row.overdue ? (
          <StatusTag tone="danger" text={row.left} />
        ) : row.left ? (
          <div className="muted small">{row.left}</div>
        ) : null}
      </>
    ),
  },
  status: { width: 'min', cell: (row) => <StatusTag tone={row.statusTone} text={row.status} /> },
}

/** A page of a worklist. What is overdue is the one thing that shouts. */
export function WorklistTable({ caption, columns, heads, rows, select, empty }: WorklistTableProps) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      dense
      stickyHeader
      rows={[...rows]}
      rowKey={(row) => row.id}
      rowTone={(row) => (row.overdue ? 'danger' : undefined)}
      select={select}
      empty={empty}
      columns={(['number', ...columns] as const).map((key) => ({
        key,
        header: heads[key].text,
        sort: heads[key].sort,
        ...cells[key],
      }))}
    />
  )
}
