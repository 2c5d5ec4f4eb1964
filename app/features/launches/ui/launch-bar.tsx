import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import type { LaunchBarData } from '../launch.queries.server.ts'

/** Over each page of the way to going live: where one is on it, and on to the next. */
export function LaunchBar({ bar }: { bar: LaunchBarData }) {
  const { t } = useTranslation('launches')
  return (
    <section className="inset cluster" aria-label={t('bar.label')}>
      <strong>{t('bar.at', { at: bar.at, of: bar.of })}</strong>
      <span>{t(`step.${bar.step}`)}</span>
      {bar.back ? <a href={bar.back.href}>{t('bar.back')}</a> : null}
      <a href={paths.launch()}>{t('bar.all')}</a>
      <PostForm action={paths.launch()}>
        <HiddenFields values={{ step: bar.step }} />
        <Button variant="secondary" small>
          {t('bar.next')}
        </Button>
      </PostForm>
    </section>
  )
}
