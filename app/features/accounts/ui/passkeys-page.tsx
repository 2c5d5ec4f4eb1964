import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { PasskeyItem } from '../passkeys.server.ts'
import { PasskeyForm } from './passkey-form.tsx'

interface PasskeysPageProps {
  readonly passkeys: readonly PasskeyItem[]
  readonly added: boolean
}

/** A person's passkeys: finger, face or PIN of a device in the place of password and code. */
export function PasskeysPage({ passkeys, added }: PasskeysPageProps) {
  const { t } = useTranslation('accounts')
  const { t: common } = useTranslation('common')
  const adding = useFormState('add')
  const renaming = useFormState('rename')
  const summary = renaming.summary.map(({ message }) => ({ message }))
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={[...adding.summary, ...summary]} />
      <PageHeading
        title={t('passkeys.title')}
        lead={t('passkeys.lead')}
        back={{ href: paths.account(), label: t('account.back') }}
      />
      {added ? <Banner tone="success" title={t('passkeys.added')} /> : null}
      {passkeys.length === 0 ? <EmptyState title={t('passkeys.none')} /> : null}
      {passkeys.map((passkey) => (
        <Passkey key={passkey.id} passkey={passkey} />
      ))}
      <PasskeyForm kind="make" intent="add" options={paths.passkeyOptions()} send={t('passkeys.add')}>
        <h2>{t('passkeys.addTitle')}</h2>
        <TextField
          name="name"
          label={t('passkeys.name')}
          hint={t('passkeys.nameHint')}
          autoComplete="off"
          width="medium"
          defaultValue={adding.value('name')}
          error={adding.error('name')}
        />
        <TextField
          name="currentPassword"
          type="password"
          label={t('secondFactor.currentPassword')}
          autoComplete="current-password"
          width="medium"
          error={adding.error('currentPassword')}
        />
      </PasskeyForm>
      <noscript>
        <p>{t('passkeys.needScript')}</p>
      </noscript>
    </div>
  )
}

function Passkey({ passkey: { id, name, addedOn, usedOn } }: { passkey: PasskeyItem }) {
  const { t } = useTranslation('accounts')
  return (
    <Panel title={name}>
      <div className="stack">
        <SummaryList
          items={[
            { term: t('passkeys.addedOn'), description: addedOn },
            { term: t('passkeys.usedOn'), description: usedOn ?? t('passkeys.never') },
          ]}
        />
        <PostForm intent="rename" className="form-row">
          <HiddenFields values={{ passkeyId: id }} />
          <TextField name="name" id={`name-${id}`} label={t('passkeys.name')} defaultValue={name} autoComplete="off" />
          <Button variant="secondary" about={name}>
            {t('passkeys.rename')}
          </Button>
        </PostForm>
        <PostForm intent="remove">
          <HiddenFields values={{ passkeyId: id }} />
          <Button variant="danger" about={name}>
            {t('passkeys.remove')}
          </Button>
        </PostForm>
      </div>
    </Panel>
  )
}
