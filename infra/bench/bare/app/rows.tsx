import { useLoaderData } from '@remix-run/react'
import { DataTable } from '#app/ui/data-table.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

const rows = Array.from({ length: 50 }, (_unused, at) => ({
  id: `00000000-0000-7200-8000-${String(at).padStart(12, '0')}`,
  number: `75-26-${String(at).padStart(6, '0')}`,
  status: 'Тапсырылды',
  applicant: 'Сынақова Әсел',
  agency: 'Қалалық мобильділік басқармасы',
  registered: '23.11.2026',
  due: '14.12.2026',
}))

/** The fifty rows of a worklist, from a constant: no database, no rights, no words to look up. */
export const loader = () => ({ rows })

export default function Rows() {
  const { rows } = useLoaderData<typeof loader>()
  return (
    <main>
      <DataTable
        caption="Жолданымдар"
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'number', header: '№', rowHeader: true, cell: (row) => <a href={`/rows/${row.id}`}>{row.number}</a> },
          { key: 'status', header: 'Күйі', cell: (row) => <StatusTag tone="info" text={row.status} /> },
          { key: 'applicant', header: 'Өтініш беруші', cell: (row) => row.applicant },
          { key: 'agency', header: 'Орган', cell: (row) => row.agency },
          { key: 'registered', header: 'Тіркелді', cell: (row) => row.registered },
          { key: 'due', header: 'Мерзімі', cell: (row) => row.due },
        ]}
      />
    </main>
  )
}
