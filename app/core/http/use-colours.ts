import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { colourSchemes, inColours } from './colours.ts'
import { usePageScope } from './page-scope.tsx'

/** What a staff frame needs to wear the colours this browser has chosen, and to offer the others. */
export function useColours() {
  const { t } = useTranslation('common')
  const { colours, path } = usePageScope()
  const links = colourSchemes.map((scheme) => ({
    href: inColours(path, scheme),
    label: t(`colours.${scheme}`),
    current: scheme === colours,
  }))
  return { colours, colourSwitch: { label: t('colours.label'), links } }
}
