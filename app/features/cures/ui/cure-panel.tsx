import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import type { DeskCures } from '../cures.queries.server.ts'
import { MissingList } from './missing-list.tsx'

/** On an appeal's desk page: what the person is asked for and how that stands; of what is over, what is to be decided. */
export function CurePanel({ appealId, cures: { open, canAsk } }: { appealId: string; cures: DeskCures }) {
  const { t } = useTranslation('cures')
  if (!open) return null
  const isOver = open.stand === 'uncured'
  return (
    <Banner tone={isOver ? 'warning' : 'info'} title={t(isOver ? 'panel.over' : 'panel.waits', { day: open.dueOn })}>
      <MissingList missing={open.missing} words={open.words} />
      {isOver ? <p>{t('panel.decide')}</p> : null}
      {canAsk ? (
        <p>
          <a href={paths.deskCure(appealId)}>{t('panel.open')}</a>
        </p>
      ) : null}
    </Banner>
  )
}
