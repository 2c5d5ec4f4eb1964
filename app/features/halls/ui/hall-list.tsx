import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { Details } from '#app/ui/details.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { PostalAddress } from '#app/ui/postal-address.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { VisitableHall } from '../visitable-halls.queries.server.ts'

/** Where people may come: address, hours, and which agencies sit there. */
export function HallList({ halls }: { halls: readonly VisitableHall[] }) {
  const { t } = useTranslation('halls')
  if (halls.length === 0) return null
  return (
    <section className="stack" aria-labelledby="halls">
      <h2 id="halls">{t('list.title')}</h2>
      {halls.map((hall) => (
        <Panel key={hall.id} title={hall.name} level={3}>
          <div className="stack">
            <PostalAddress lines={[hall.address]} />
            <div>
              {hall.hours.map((line) => (
                <p key={line} className="tabular">
                  {line}
                </p>
              ))}
            </div>
            <p>
              <StatusTag
                tone={hall.isOpen ? 'good' : 'neutral'}
                text={hall.isOpen ? t('list.open') : t('list.closed')}
              />
            </p>
            {hall.agencies.length > 0 ? (
              <Details summary={t('list.agencies')}>
                <ul>
                  {hall.agencies.map((agency) => (
                    <li key={agency}>{agency}</li>
                  ))}
                </ul>
              </Details>
            ) : null}
          </div>
        </Panel>
      ))}
    </section>
  )
}
