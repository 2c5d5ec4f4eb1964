import { useLoaderData } from '@remix-run/react'
import { WorklistTable, type WorklistTableRow } from '#app/features/worklists/ui/worklist-table.tsx'

const rows = Array.from({ length: 50 }, (_unused, at): WorklistTableRow & Record<'excerpt' | 'applicant', string> => {
  const id = `00000000-0000-7200-8000-${String(at).padStart(12, '0')}`
  return {
    id,
    version: 2,
    href: `/desk/appeals/${id}?from=view%3Dopen&at=1765700999000.${id}`,
    number: `75-26-${String(at).padStart(6, '0')}`,
    about: 'Көше жарығы · қазақша',
    language: 'kk',
    excerpt: 'Көшеде жарық жоқ, шамдарды жөндеуді сұраймын. На улице нет света.',
    applicant: 'Сынақова Әсел',
    kind: 'Хабар',
    agencies: 'Қалалық мобильділік басқармасы',
    receivedDay: '23.11.2026',
    dueDay: '14.12.2026',
    left: 'Мерзімі өтті',
    overdue: true,
    status: 'Орындауда',
    statusTone: 'info',
  }
})

/** The fifty rows of a worklist, from a constant: no database, no rights, no words to look up. */
export const loader = () => ({ rows })

export default function Rows() {
  const { rows } = useLoaderData<typeof loader>()
  return (
    <main>
      <WorklistTable
        caption="Жолданымдар"
        columns={['matter', 'applicant', 'agency', 'due', 'status']}
        heads={{
          number: { text: 'Нөмірі' },
          matter: { text: 'Мәні' },
          applicant: { text: 'Өтініш беруші' },
          kind: { text: 'Түрі' },
          agency: { text: 'Орган' },
          received: { text: 'Түскені' },
          due: { text: 'Мерзімі' },
          status: { text: 'Күйі' },
        }}
        rows={rows}
        empty={null}
      />
    </main>
  )
}
