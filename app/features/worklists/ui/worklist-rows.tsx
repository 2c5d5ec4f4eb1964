import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import { paths } from '#app/core/paths.ts'
import { MarkedText } from '#app/ui/marked-text.tsx'
import type { Column } from '../columns.ts'
import { addressOf, type Sorting, type WorklistQuery } from '../worklist.ts'
import type { Worklist, WorklistItem } from '../worklist-page.queries.server.ts'
import type { ColumnHead, WorklistTableRow } from './worklist-table.tsx'

/** The appeals of the page in words. */
export function useRows(list: Worklist): WorklistTableRow[] {
  const { t } = useTranslation('appeals')
  const { query, meant } = list
  const opened = meant === undefined ? query : { ...query, q: meant }
  const from = new URLSearchParams(addressOf(opened, { after: query.after })).toString()
  // Most rows of a page have the same few days left.
  const days = new Map<number, string>()
  const leftOf = ({ daysLeft, overdue, closed }: WorklistItem): string => {
    if (overdue) return daysLeft < 0 ? t('left.overdue', { count: -daysLeft }) : t('status.overdue')
    if (closed) return ''
    if (daysLeft < 2) return daysLeft === 0 ? t('left.today') : t('left.tomorrow')
    const said = days.get(daysLeft) ?? t('left.days', { count: daysLeft })
    days.set(daysLeft, said)
    return said
  }
  return list.items.map((item) => ({
    id: item.id,
    version: item.version,
    href: paths.appeal(item.id, { from, at: item.key }),
    number: item.number,
    about: [item.category, t(`language.${item.language}`)].filter(Boolean).join(' · '),
    language: item.language,
    excerpt: item.found ? <MarkedText pieces={item.found.text} /> : item.excerpt,
    applicant: item.found ? <MarkedText pieces={item.found.applicant} /> : item.applicant,
    kind: t(`kind.${item.kind}`),
    agencies: item.agencies.join(', ') || '—',
    receivedDay: item.receivedDay,
    dueDay: formatDay(item.dueOn),
    left: leftOf(item),
    overdue: item.overdue,
    status: t(`status.${item.status}`),
    statusTone: item.tone,
  }))
}

/** What stands over each column, with the way to the list in its order. */
export function useHeads({ query }: Worklist): Readonly<Record<Column | 'number', ColumnHead>> {
  const { t } = useTranslation('appeals')
  const { t: own } = useTranslation('worklists')
  const sorted = (text: string, by: Sorting): ColumnHead => ({ text, sort: sortBy(query, by) })
  return {
    number: sorted(t('worklist.number'), 'number'),
    matter: { text: t('worklist.matter') },
    applicant: { text: t('worklist.applicant') },
    kind: { text: own('column.kind') },
    agency: { text: t('worklist.agency') },
    received: sorted(own('column.received'), 'received'),
    due: sorted(t('worklist.due'), 'due'),
    status: { text: t('worklist.status') },
  }
}

/** A column begins with what is wanted first: the most urgent, else the newest. Asked once more, it turns round. */
function sortBy(query: WorklistQuery, by: Sorting): NonNullable<ColumnHead['sort']> {
  const down = `-${by}` as const
  const first = by === 'due' ? by : down
  const next = query.sort === first ? (first === by ? down : by) : first
  const direction = query.sort === by ? 'ascending' : query.sort === down ? 'descending' : undefined
  return { href: paths.worklist(addressOf(query, { sort: next })), ...(direction ? { direction } : {}) }
}
