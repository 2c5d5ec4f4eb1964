import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { QrCode } from '#app/ui/qr-code.tsx'
import type { getSlip } from '../visit.queries.server.ts'
import { TicketList } from './ticket-list.tsx'

interface SlipPageProps {
  readonly slip: Awaited<ReturnType<typeof getSlip>>
}

/** The slip of a visit: big numbers, and a code that a telephone follows; the browser prints it 80 mm wide. */
export function SlipPage({ slip }: SlipPageProps) {
  const { t } = useTranslation('visits')
  return (
    <div className="stack slip">
      <div className="no-print cluster">
        <ButtonLink href={paths.reception(slip.hallId)}>{t('slip.next')}</ButtonLink>
        <ButtonLink href={slip.link} variant="secondary">
          {t('slip.open')}
        </ButtonLink>
      </div>
      <section className="slip-paper" aria-label={t('slip.title')}>
        <p className="slip-hall">{slip.hall}</p>
        <h1 className="visually-hidden">{t('slip.title')}</h1>
        <TicketList tickets={slip.tickets} />
        <div className="slip-code">
          <QrCode label={t('slip.code')} size={slip.qr.size} path={slip.qr.path} />
          <p>{t('slip.follow')}</p>
        </div>
        <p className="slip-when">{slip.openedAt}</p>
      </section>
    </div>
  )
}
