import type { ReactNode } from 'react'

export type ChartRow = {
  key: string
  name: string
  cells: readonly string[]
}

export type ChartWords = {
  title: string
  /** What the picture shows, in a sentence: the answer, not the drawing. */
  description: string
  /** Opens the same figures as a table. */
  tableLabel: string
}

type ChartFigureProps = ChartWords & {
  level?: 2 | 3
  /** The table's columns; the first names the row. */
  columns: readonly string[]
  rows: readonly ChartRow[]
  children: ReactNode
}

/** A picture, what it says in words, and its figures as a table. */
export function ChartFigure({ title, description, tableLabel, level = 2, columns, rows, children }: ChartFigureProps) {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <figure className="chart">
      <figcaption>
        <Title className="chart-title">{title}</Title>
        <p className="chart-description">{description}</p>
      </figcaption>
      {children}
      <details>
        <summary>{tableLabel}</summary>
        <div className="table-scroll">
          <table className="chart-table">
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, name, cells }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, index) => (
                    <td key={columns[index + 1]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}
