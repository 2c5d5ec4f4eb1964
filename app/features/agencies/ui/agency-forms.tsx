import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { formatDay } from '#app/core/i18n/format.ts'
import { localeLabels, localeNames } from '#app/core/i18n/locales.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { ThreeTexts } from '#app/ui/three-texts.tsx'
import type { getAdminAgency } from '../agency-admin.queries.server.ts'
import { EmailField } from './email-field.tsx'
import { LevelField } from './level-field.tsx'

interface AgencyFormsProps {
  readonly agency: Awaited<ReturnType<typeof getAdminAgency>>
  readonly submissionKey: string
}

/** What an agency is called at which time, whose body it is, and the ways to change both. */
export function AgencyForms({ agency, submissionKey }: AgencyFormsProps) {
  const { t } = useTranslation('agencies')
  const { t: changes } = useTranslation('changes')
  const renaming = useFormState('rename')
  const changing = useFormState('change')
  const hidden = { submissionKey, version: String(agency.version) }
  const tone = { past: 'neutral', current: 'good', planned: 'info' } as const
  return (
    <>
      <Panel title={t('names.title')}>
        <DataTable
          caption={t('names.title')}
          captionHidden
          rows={[...agency.names]}
          rowKey={(name) => name.id}
          columns={[
            { key: 'from', header: t('list.from'), rowHeader: true, width: 'min', cell: (name) => name.from },
            { key: 'kk', header: localeNames.kk, cell: (name) => <span lang="kk">{name.nameKk}</span> },
            { key: 'ru', header: localeNames.ru, cell: (name) => <span lang="ru">{name.nameRu}</span> },
            { key: 'en', header: localeNames.en, cell: (name) => <span lang="en">{name.nameEn}</span> },
            {
              key: 'state',
              header: changes('history.title'),
              headerHidden: true,
              width: 'min',
              cell: (name) => (
                <div className="cluster">
                  <StatusTag tone={tone[name.state]} text={t(`names.${name.state}`)} />
                  {name.state === 'planned' ? (
                    <PostForm intent="dropName">
                      <HiddenFields values={{ ...hidden, nameId: name.id }} />
                      <Button variant="quiet" small about={name.from}>
                        {t('names.drop')}
                      </Button>
                    </PostForm>
                  ) : null}
                </div>
              ),
            },
          ]}
        />
      </Panel>
      <Panel title={t('rename.title')}>
        <PostForm intent="rename" className="stack">
          <HiddenFields values={hidden} />
          <p>{t('rename.hint')}</p>
          <TextField
            name="validFrom"
            label={t('rename.from')}
            hint={t('rename.fromHint')}
            width="short"
            inputMode="numeric"
            autoComplete="off"
            defaultValue={renaming.value('validFrom') ?? formatDay(agency.today)}
            error={renaming.error('validFrom')}
          />
          <ThreeTexts name="name" label={t('list.name')} languages={localeLabels} {...renaming} />
          <div>
            <Button>{t('rename.send')}</Button>
          </div>
        </PostForm>
      </Panel>
      <Panel>
        <PostForm intent="change" className="stack">
          <HiddenFields values={hidden} />
          <LevelField value={changing.value('level') ?? agency.level} error={changing.error('level')} />
          <EmailField value={changing.value('email') ?? agency.email} error={changing.error('email')} />
          <div>
            <Button>{changes('act.save')}</Button>
          </div>
        </PostForm>
      </Panel>
    </>
  )
}
