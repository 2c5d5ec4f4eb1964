import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import type { Contacts } from '../contacts.queries.server.ts'

/** Where staff correct how a person is reached, at the person's wish. */
export function ContactsPage({ contacts }: { contacts: Contacts }) {
  const { t } = useTranslation('appeals')
  const { t: common } = useTranslation('common')
  const { value, error, summary } = useFormState()
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={summary} />
      <PageHeading
        caption={contacts.number}
        title={t('contacts.title')}
        lead={t('contacts.lead')}
        back={{ href: paths.appeal(contacts.id), label: t('tracked.back') }}
      />
      {contacts.open ? (
        <Panel>
          <PostForm className="stack">
            <HiddenFields values={{ version: String(contacts.version) }} />
            <TextField
              name="address"
              label={t('applicant.address')}
              autoComplete="off"
              defaultValue={value('address') ?? contacts.address}
              error={error('address')}
            />
            <TextField
              name="email"
              type="email"
              label={t('applicant.email')}
              width="medium"
              autoComplete="off"
              defaultValue={value('email') ?? contacts.email ?? ''}
              error={error('email')}
            />
            <TextField
              name="phone"
              type="tel"
              label={t('applicant.phone')}
              width="medium"
              autoComplete="off"
              defaultValue={value('phone') ?? contacts.phone ?? ''}
              error={error('phone')}
            />
            <TextArea
              name="ground"
              label={t('contacts.ground')}
              hint={t('contacts.groundHint')}
              defaultValue={value('ground')}
              error={error('ground')}
              rows={3}
              spellCheck
            />
            <div>
              <Button>{t('contacts.send')}</Button>
            </div>
          </PostForm>
        </Panel>
      ) : (
        <Banner title={t('contacts.closed')} />
      )}
    </div>
  )
}
