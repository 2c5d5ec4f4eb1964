import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { InsetText } from '#app/ui/inset-text.tsx'
import type { DeskAppeal } from '../desk-appeal.queries.server.ts'

/** What of an appeal is one's own agency's, in which role and until when; nothing where it is the whole. */
export function OwnPart({ own }: { own: DeskAppeal['own'] }) {
  const { t } = useTranslation('appeals')
  if (!own || (own.part === '' && own.role === 'lead')) return null
  return (
    <InsetText>
      <p>
        {t(`share.${own.role}`)} · {t('share.yourDue')}: {own.dueOn}
      </p>
      {own.part ? (
        <>
          <p className="muted">{t('share.yours')}</p>
          <p className="pre-line">{own.part}</p>
        </>
      ) : null}
      {own.role === 'co' ? <p className="muted">{t('answer.coHint')}</p> : null}
    </InsetText>
  )
}
