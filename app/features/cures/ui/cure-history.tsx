import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { Cure } from '../cures.queries.server.ts'
import { MissingList } from './missing-list.tsx'

const toneOf = { open: 'info', uncured: 'danger', cured: 'good', cancelled: 'neutral' } as const

/** Every request about an appeal: what was asked for, by whom, until when, and what became of it. */
export function CureHistory({ cures, language }: { cures: readonly Cure[]; language: string }) {
  const { t } = useTranslation('cures')
  return cures.map((cure) => (
    <div key={cure.id} className="stack">
      <div className="cluster">
        <StatusTag tone={toneOf[cure.stand]} text={t(`stand.${cure.stand}`)} />
        {cure.late ? <StatusTag tone="warn" text={t('stand.late')} /> : null}
      </div>
      <MissingList missing={cure.missing} words={cure.words} lang={language} />
      <p className="muted">
        {t('history.asked')}: {cure.askedBy}, {cure.askedAt} · {t('history.until')}: {cure.dueOn}
      </p>
      {cure.settledAt ? (
        <p className="muted">
          {t('history.ended')}:{' '}
          {cure.settledBy || t(cure.stand === 'cancelled' ? 'history.byItself' : 'history.person')}, {cure.settledAt}
        </p>
      ) : null}
    </div>
  ))
}
