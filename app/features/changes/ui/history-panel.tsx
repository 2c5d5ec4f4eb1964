import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { Details } from '#app/ui/details.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { HistoryItem } from '../history.queries.server.ts'

/** Who changed what and when; each change that can still be undone leads to its page. */
export function HistoryPanel({ items }: { items: readonly HistoryItem[] }) {
  const { t } = useTranslation('changes')
  if (items.length === 0) return null
  return (
    <Details summary={t('history.title')}>
      <Timeline
        label={t('history.title')}
        items={items.map(({ id, verb, ofDesk, who, at, fields, undo }) => ({
          id,
          title: ofDesk ? `${t('history.desk')}: ${t(`verb.${verb}`)}` : t(`verb.${verb}`),
          when: { dateTime: at.iso, text: at.text },
          body: (
            <>
              {who ? <p>{`${t('history.who')}: ${who}`}</p> : null}
              {fields.length > 0 ? (
                <p>{`${t('history.fields')}: ${fields.map((field) => t(`field.${field}`)).join(', ')}`}</p>
              ) : null}
              {undo ? (
                <p>
                  <a href={paths.change(undo)}>{t('history.look')}</a>
                </p>
              ) : null}
            </>
          ),
        }))}
      />
    </Details>
  )
}
