import type { ReactNode } from 'react'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { DataTable, type RowSelection } from '#app/ui/data-table.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { Tone } from '#app/ui/tone.ts'

/** An appeal in a list, in words. */
export interface WorklistTableRow {
  readonly id: string
  readonly href: string
  readonly number: string
  /** Category and language. */
  readonly kind: string
  readonly language: LocaleCode
  readonly excerpt: string
  readonly applicant: string
  readonly agencies: string
  readonly dueDay: string
  /** How far the due date is; empty once that matters no more. */
  readonly left: string
  readonly overdue: boolean
  readonly status: string
  readonly statusTone: Tone
}

interface WorklistTableProps {
  readonly caption: string
  /** Headers of the columns; who sees one agency's appeals alone has none of the agency. */
  readonly headers: Readonly<Record<'number' | 'matter' | 'applicant' | 'due' | 'status', string>> & {
    readonly agency: string | undefined
  }
  readonly rows: readonly WorklistTableRow[]
  readonly select?: RowSelection<WorklistTableRow> | undefined
  readonly empty: ReactNode
}

/** A page of a worklist. What is overdue is the one thing that shouts. */
export function WorklistTable({ caption, headers, rows, select, empty }: WorklistTableProps) {
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
      columns={[
        {
          key: 'number',
          header: headers.number,
          width: 'min',
          rowHeader: true,
          cell: (row) => (
            <a href={row.href} className="nowrap tabular">
              {row.number}
            </a>
          ),
        },
        {
          key: 'matter',
          header: headers.matter,
          width: 'wide',
          cell: (row) => (
            <>
              <div className="muted small">{row.kind}</div>
              <div lang={row.language}>{row.excerpt}</div>
            </>
          ),
        },
        { key: 'applicant', header: headers.applicant, cell: (row) => row.applicant },
        ...(headers.agency === undefined
          ? []
          : [{ key: 'agency', header: headers.agency, cell: (row: WorklistTableRow) => row.agencies }]),
        {
          key: 'due',
          header: headers.due,
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
        {
          key: 'status',
          header: headers.status,
          width: 'min',
          cell: (row) => <StatusTag tone={row.statusTone} text={row.status} />,
        },
      ]}
    />
  )
}
