import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState, useReplySummary } from '#app/core/http/form-reply.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { InsetText } from '#app/ui/inset-text.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { QuestionPage } from '#app/ui/question-page.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import type { CurePageData } from '../cures.queries.server.ts'
import { MissingList } from './missing-list.tsx'

interface CurePageProps {
  readonly page: CurePageData
  /** The files kept so far, each with its way out. */
  readonly kept: ReactNode
  /** The choice of more files. */
  readonly choice: (error: string | undefined) => ReactNode
}

/** Where a person brings what the law demands and the appeal lacks; when that is over it says so, and the words stay. */
export function CurePage({ page, kept, choice }: CurePageProps) {
  const { t } = useTranslation('cures')
  const { t: appeals } = useTranslation('appeals')
  const { t: common } = useTranslation('common')
  const { locale } = usePageScope()
  const { cure, open } = page
  const words = useFormState('bring').value('text')
  return (
    <QuestionPage
      back={{ href: paths.trackedAppeal(locale, page.appealId), label: appeals('tracked.back') }}
      errors={{ title: common('error.summary'), messages: useReplySummary() }}
      progress={`${appeals('tracked.title')} ${page.number}`}
      title={t('page.title')}
      lead={open ? <p>{t('page.lead')}</p> : undefined}
    >
      {open ? (
        <div className="stack">
          <InsetText>
            <MissingList missing={cure.missing} words={cure.words} lang={page.language} />
            <p>{t(cure.stand === 'uncured' ? 'banner.over' : 'banner.until', { day: cure.dueOn })}</p>
          </InsetText>
          {kept}
          <BringForm page={page} choice={choice} />
        </div>
      ) : (
        <>
          <Banner
            tone={cure.stand === 'cured' ? 'success' : 'info'}
            title={cure.stand === 'cured' ? t('page.broughtTitle') : t('page.overTitle')}
          >
            {cure.stand === 'cured' ? t('page.brought') : t('page.over')}
          </Banner>
          {words ? (
            <Panel title={appeals('addition.kept')}>
              <p className="pre-line">{words}</p>
            </Panel>
          ) : null}
        </>
      )}
    </QuestionPage>
  )
}

function BringForm({ page, choice }: Pick<CurePageProps, 'page' | 'choice'>) {
  const { t } = useTranslation('cures')
  const { value, error } = useFormState('bring')
  const { missing, id } = page.cure
  const field = (name: string) => ({ name, defaultValue: value(name), error: error(name) })
  const asks = (name: (typeof missing)[number]) => missing.includes(name)
  const number = { inputMode: 'numeric', autoComplete: 'off', width: 'medium' } as const
  return (
    <PostForm intent="bring" files className="stack">
      <HiddenFields values={{ cureId: id }} />
      {asks('fullName') ? (
        <TextField {...field('fullName')} label={t('missing.fullName')} autoComplete="name" spellCheck={false} />
      ) : null}
      {asks('iin') ? (
        <TextField {...field('iin')} {...number} label={t('missing.iin')} hint={t('page.numberHint')} />
      ) : null}
      {asks('bin') ? (
        <TextField {...field('bin')} {...number} label={t('missing.bin')} hint={t('page.numberHint')} />
      ) : null}
      {asks('address') ? (
        <TextField
          {...field('address')}
          label={t('missing.address')}
          hint={t('page.addressHint')}
          autoComplete="street-address"
        />
      ) : null}
      {asks('basis') ? (
        <TextField {...field('basis')} label={t('missing.basis')} hint={t('page.basisHint')} autoComplete="off" />
      ) : null}
      {asks('essence') ? (
        <TextArea {...field('text')} label={t('missing.essence')} hint={t('page.essenceHint')} rows={6} spellCheck />
      ) : null}
      {asks('signature') ? <p>{t('page.signatureHint')}</p> : null}
      {choice(error('files'))}
      <div>
        <Button>{t('page.send')}</Button>
      </div>
    </PostForm>
  )
}
