import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import type { SampleRun } from '../dry-run.server.ts'

type Landing = NonNullable<SampleRun['agency']>

interface DryRunPageProps {
  /** Undefined before it was tried. */
  readonly runs: readonly SampleRun[] | undefined
  /** A suggestion and why, in the words of routing. */
  readonly shown: (about: 'category' | 'agency', landing: Landing) => ReactNode
}

/** Where twelve sample contacts would land, when they would be due and who would see them. */
export function DryRunPage({ runs, shown }: DryRunPageProps) {
  const { t } = useTranslation('launches')
  return (
    <div className="stack">
      <PageHeading title={t('dryRun.title')} lead={t('dryRun.lead')} />
      <PostForm>
        <Button>{t(runs ? 'dryRun.again' : 'dryRun.send')}</Button>
      </PostForm>
      {runs ? (
        <DataTable
          caption={t('dryRun.result')}
          rows={[...runs]}
          rowKey={(run) => run.number}
          columns={[
            {
              key: 'text',
              header: t('dryRun.text'),
              rowHeader: true,
              cell: ({ text, language, kind }) => (
                <>
                  <p lang={language}>{text}</p>
                  <p className="muted">{kind}</p>
                </>
              ),
            },
            {
              key: 'lands',
              header: t('dryRun.lands'),
              cell: ({ agency, category, given }) => (
                <>
                  <p>{t(`dryRun.${given}`)}</p>
                  {agency ? shown('agency', agency) : null}
                  {category ? shown('category', category) : null}
                </>
              ),
            },
            { key: 'due', header: t('dryRun.due'), width: 'min', cell: ({ dueOn }) => dueOn },
            {
              key: 'told',
              header: t('dryRun.told'),
              cell: ({ colleagues, channel }) => (
                <ul>
                  {colleagues.length > 0 ? (
                    colleagues.map((name) => <li key={name}>{name}</li>)
                  ) : (
                    <li>{t('dryRun.nobody')}</li>
                  )}
                  <li>{t(`dryRun.answer.${channel}`)}</li>
                </ul>
              ),
            },
          ]}
          empty={<EmptyState title={t('dryRun.result')} />}
        />
      ) : null}
    </div>
  )
}
