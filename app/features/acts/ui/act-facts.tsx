import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { ActGround, ActKind } from '#db/schema/vocabulary.ts'

interface ActFactsProps {
  readonly act: {
    readonly kind: ActKind
    readonly number: string
    readonly ground: ActGround
    readonly until: string
    readonly from: string
    readonly hearsAt: string
    readonly place: string
  }
  /** Further lines, behind these. */
  readonly more?: readonly { readonly term: string; readonly description: string }[]
}

/** What an act says beside its words. */
export function ActFacts({ act: { kind, number, ground, until, from, hearsAt, place }, more = [] }: ActFactsProps) {
  const { t } = useTranslation('acts')
  const isTimed = kind === 'extension' || kind === 'suspension'
  const begins = kind === 'suspension' || kind === 'resumption'
  const items = [
    { term: t('field.number'), description: number },
    { term: t('field.ground'), description: t(`ground.${ground}`) },
    ...(begins ? [{ term: t(`from.${kind}`), description: from }] : []),
    ...(isTimed ? [{ term: t(`until.${kind}`), description: until }] : []),
    { term: t('field.hearsAt'), description: hearsAt },
    { term: t('field.place'), description: place },
    ...more,
  ]
  return <SummaryList items={items.filter(({ description }) => description !== '')} />
}
