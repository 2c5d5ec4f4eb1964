import type { LocaleCode } from '#db/schema/tenant.ts'
import { useTranslation } from 'react-i18next'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { localeCodes, localeNames } from '#app/core/i18n/locales.ts'
import { paths } from '#app/core/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choices.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'

/** A staff member's own settings. */
export function AccountPage({ name, locale }: { name: string; locale: LocaleCode }) {
  const { t } = useTranslation('accounts')
  const { t: common } = useTranslation('common')
  const { error, summary } = useFormState()
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={summary} />
      <PageHeading caption={name} title={t('account.title')} />
      <Panel>
        <PostForm className="stack">
          <RadioGroup
            name="locale"
            label={t('account.language')}
            options={localeCodes.map((code) => ({ value: code, label: localeNames[code], lang: code }))}
            defaultValue={locale}
            error={error('locale')}
          />
          <div>
            <Button>{t('account.save')}</Button>
          </div>
        </PostForm>
      </Panel>
      <Panel title={t('account.sessions')}>
        <p>{t('account.everywhereHint')}</p>
        <PostForm action={paths.signOut()}>
          <HiddenFields values={{ everywhere: 'yes' }} />
          <Button variant="secondary">{t('account.everywhere')}</Button>
        </PostForm>
      </Panel>
    </div>
  )
}
