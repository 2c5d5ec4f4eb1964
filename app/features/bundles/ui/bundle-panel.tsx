import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Panel } from '#app/ui/panel.tsx'

/** The way to everything of an appeal in one file; nothing for who may not take it. */
export function BundlePanel({ appealId, canBundle }: { appealId: string; canBundle: boolean }) {
  const { t } = useTranslation('bundles')
  if (!canBundle) return null
  return (
    <Panel title={t('panel.title')}>
      <p>{t('panel.what')}</p>
      <div>
        <ButtonLink href={paths.appealBundle(appealId)} variant="secondary">
          {t('panel.download')}
        </ButtonLink>
      </div>
    </Panel>
  )
}
