import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { ShownDay } from '../shown-days.ts'

interface DaysTableProps {
  readonly days: readonly (ShownDay & { readonly source?: string })[]
  /** Where a day is moved or removed; undefined where it is not ours to change. */
  readonly editHref: (day: ShownDay) => string | undefined
  /** Whose each day is, for a region; on what ground it stands, for the country. */
  readonly about: 'whose' | 'source'
}

/** The days of a year that differ from "Monday to Friday". */
export function DaysTable({ days, editHref, about }: DaysTableProps) {
  const { t } = useTranslation('calendars')
  return (
    <DataTable
      caption={t('admin.days')}
      captionHidden
      rows={[...days]}
      rowKey={(day) => day.iso}
      columns={[
        {
          key: 'day',
          header: t('admin.day'),
          rowHeader: true,
          width: 'min',
          cell: (day) => (
            <>
              {day.day} <span className="muted">{t(`weekday.${day.weekday}`)}</span>
            </>
          ),
        },
        {
          key: 'kind',
          header: t('admin.kind'),
          width: 'min',
          cell: (day) => <StatusTag tone={day.kind === 'working' ? 'info' : 'neutral'} text={t(`kind.${day.kind}`)} />,
        },
        { key: 'name', header: t('admin.name'), cell: (day) => day.name || '–' },
        about === 'whose'
          ? {
              key: 'whose',
              header: t('admin.whose'),
              width: 'min',
              cell: (day) => (day.own ? t('admin.own') : t('admin.country')),
            }
          : { key: 'source', header: t('change.source'), cell: (day) => day.source ?? '' },
        {
          key: 'edit',
          header: t('admin.edit'),
          headerHidden: true,
          width: 'min',
          cell: (day) => {
            const href = editHref(day)
            return href ? (
              <a href={href}>
                {t('admin.edit')}
                <span className="visually-hidden"> {day.day}</span>
              </a>
            ) : null
          },
        },
      ]}
      empty={<EmptyState title={t('admin.none')} />}
    />
  )
}
