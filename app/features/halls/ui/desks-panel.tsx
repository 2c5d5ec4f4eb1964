import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { MoveButtons } from '#app/ui/move-buttons.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { getAdminHall } from '../hall-admin.queries.server.ts'
import { DeskForm } from './desk-form.tsx'

interface DesksPanelProps {
  readonly hall: Awaited<ReturnType<typeof getAdminHall>>
  readonly agencies: readonly { readonly id: string; readonly name: string }[]
  readonly submissionKey: string
}

/** The desks of a hall in their order, and the way to another. */
export function DesksPanel({ hall, agencies, submissionKey }: DesksPanelProps) {
  const { t } = useTranslation('halls')
  const { t: changes } = useTranslation('changes')
  const used = hall.desks.filter(({ retired }) => !retired)
  return (
    <Panel title={t('desk.title')}>
      <div className="stack">
        <DataTable
          caption={t('desk.title')}
          captionHidden
          rows={hall.desks}
          rowKey={(desk) => desk.id}
          columns={[
            {
              key: 'label',
              header: t('desk.label'),
              rowHeader: true,
              width: 'min',
              cell: (desk) => <a href={paths.desk(hall.id, desk.id)}>{desk.label}</a>,
            },
            { key: 'agency', header: t('desk.agency'), width: 'wide', cell: (desk) => desk.agency },
            {
              key: 'order',
              header: changes('list.order'),
              width: 'min',
              cell: (desk) =>
                desk.retired ? (
                  <StatusTag text={changes('list.retiredTag')} />
                ) : (
                  <PostForm intent="move">
                    <HiddenFields values={{ submissionKey, id: desk.id }} />
                    <MoveButtons
                      up={changes('act.up')}
                      down={changes('act.down')}
                      about={desk.label}
                      isFirst={desk === used[0]}
                      isLast={desk === used.at(-1)}
                    />
                  </PostForm>
                ),
            },
          ]}
          empty={<p className="muted">{t('desk.empty')}</p>}
        />
        {hall.retired ? null : <DeskForm agencies={agencies} submissionKey={submissionKey} />}
      </div>
    </Panel>
  )
}
