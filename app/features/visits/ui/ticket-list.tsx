import { useTranslation } from '#app/core/i18n/use-translation.ts'
import type { FollowedTicket } from '../visit.queries.server.ts'

/** The tickets of a visit: number, what for, where it stands and how long that may take. */
export function TicketList({ tickets }: { readonly tickets: readonly FollowedTicket[] }) {
  const { t } = useTranslation('visits')
  return (
    <ul className="tickets">
      {tickets.map((ticket) => (
        <li key={ticket.id} className={ticket.status === 'called' ? 'ticket ticket-called' : 'ticket'}>
          <span className="ticket-number">{ticket.label}</span>
          <span className="ticket-service">{ticket.service}</span>
          <span className="ticket-state">{ticket.away ? t('state.away') : t(`state.${ticket.status}`)}</span>
          {ticket.desk ? <span className="ticket-desk">{t('followed.desk', { desk: ticket.desk })}</span> : null}
          {ticket.place === null ? null : (
            <span className="ticket-wait">
              {t('followed.place', { place: String(ticket.place) })}
              {'. '}
              {ticket.wait
                ? t('followed.wait', { from: String(ticket.wait.from), to: String(ticket.wait.to) })
                : t('followed.noDesk')}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
