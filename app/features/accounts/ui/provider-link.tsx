import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'

export interface ProviderLinkProps {
  /** The region's own words, and whether it is the only way for all but administrators. */
  readonly provider: { readonly words: string; readonly alone: boolean }
  readonly next: string
}

/** The way in by the akimat's own provider. */
export function ProviderLink({ provider, next }: ProviderLinkProps) {
  const { t } = useTranslation('accounts')
  return (
    <div className="stack">
      <div>
        <ButtonLink href={paths.providerSignIn(next || undefined)} variant={provider.alone ? 'primary' : 'secondary'}>
          {provider.words}
        </ButtonLink>
      </div>
      <p>{provider.alone ? t('provider.alone') : t('provider.or')}</p>
    </div>
  )
}
