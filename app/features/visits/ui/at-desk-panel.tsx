import { PostForm } from '#app/core/http/post-form.tsx'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { Button, type ButtonVariant } from '#app/ui/button.tsx'
import { DefinitionGrid } from '#app/ui/definition-grid.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { ticketAllows, type TicketAct } from '../ticket.ts'
import type { getConsole } from '../console.queries.server.ts'
import { FinishForm, HandOverForm } from './finish-form.tsx'

type Console = Extract<Awaited<ReturnType<typeof getConsole>>, { shift: object }>

interface AtDeskPanelProps {
  readonly shiftId: string
  readonly ticket: NonNullable<Console['ticket']>
  readonly services: Console['others']
  readonly categories: Console['categories']
}

/** Each with the look of its button, in the order in which they stand. */
const buttons: readonly (readonly [
  Exclude<TicketAct, 'call' | 'comeBack' | 'finish' | 'handOver' | 'withdraw'>,
  ButtonVariant,
])[] = [
  ['start', 'primary'],
  ['resume', 'primary'],
  ['recall', 'secondary'],
  ['miss', 'secondary'],
  ['hold', 'secondary'],
  ['sendAway', 'quiet'],
]

/** The person before a desk: who it is, what was said so far, and everything that can be done now. */
export function AtDeskPanel({ shiftId, ticket, services, categories }: AtDeskPanelProps) {
  const { t } = useTranslation('visits')
  const hidden = { shiftId, ticketId: ticket.id, version: String(ticket.version) }
  const isServed = ticketAllows('finish', ticket)
  return (
    <>
      <Panel tone="accent">
        <div className="stack">
          <p className="called-number">{ticket.label}</p>
          <DefinitionGrid
            facts={[
              { term: t('queue.state'), description: t(`state.${ticket.status}`) },
              { term: t('queue.service'), description: ticket.service },
              { term: t('queue.language'), description: t(`language.${ticket.language}`) },
              ...(ticket.fullName ? [{ term: t('form.name'), description: ticket.fullName }] : []),
              ...(ticket.phone ? [{ term: t('form.phone'), description: ticket.phone }] : []),
              ...(ticket.earlier.length > 0
                ? [{ term: t('console.earlier'), description: ticket.earlier.map(({ at }) => at).join('; ') }]
                : []),
            ]}
          />
          <div className="cluster">
            {buttons
              .filter(([act]) => ticketAllows(act, ticket))
              .map(([act, variant]) => (
                <PostForm key={act} intent={act}>
                  <HiddenFields values={hidden} />
                  <Button variant={variant}>{t(`act.${act}`)}</Button>
                </PostForm>
              ))}
          </div>
        </div>
      </Panel>
      {ticket.said.length > 0 ? (
        <Panel title={t('console.said')}>
          <Timeline
            items={ticket.said.map(({ id, at, by, service, note }) => ({
              id,
              title: `${service} · ${by}`,
              when: at,
              body: note === '' ? t('console.noNote') : note,
            }))}
          />
        </Panel>
      ) : null}
      {isServed ? (
        <div className="grid-2">
          <FinishForm hidden={hidden} language={ticket.language} categories={categories} />
          {services.length > 0 ? <HandOverForm hidden={hidden} language={ticket.language} services={services} /> : null}
        </div>
      ) : null}
    </>
  )
}
