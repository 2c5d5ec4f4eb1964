import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { InsetText } from '#app/ui/inset-text.tsx'
import type { DeskAppeal } from '../desk-appeal.queries.server.ts'

/** Where appeals of this category went wrong before; a suggestion, the dispatcher decides. */
export function RoutingHints({ hints }: { hints: DeskAppeal['hints'] }) {
  const { t } = useTranslation('appeals')
  if (hints.length === 0) return null
  return (
    <InsetText>
      <p>{t('hints.title')}</p>
      <ul>
        {hints.map(({ key, ...hint }) => (
          <li key={key}>{t('hints.line', hint)}</li>
        ))}
      </ul>
    </InsetText>
  )
}
