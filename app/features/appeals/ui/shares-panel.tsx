import type { TFunction } from 'i18next'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { DeskAppeal } from '../desk-appeal.queries.server.ts'
import type { DeskShare } from '../desk-shares.queries.server.ts'
import { DecideForms } from './decide-forms.tsx'
import { shareTone } from './share-tone.ts'

/** Who has the appeal: each body's role, part, clock and state, and what a dispatcher may decide about it. */
export function SharesPanel({ appeal }: { appeal: DeskAppeal }) {
  const { t } = useTranslation('appeals')
  if (appeal.shares.length === 0) return null
  return (
    <Panel title={t('share.title')}>
      {appeal.shares.map((share) => (
        <Panel
          key={share.id}
          level={3}
          title={share.agency}
          actions={
            <>
              {share.overdue ? <StatusTag tone="danger" text={t('status.overdue')} /> : null}
              <StatusTag tone={shareTone[share.status]} text={stateText(t, share)} />
            </>
          }
        >
          <SummaryList items={factsOf(t, share)} />
          <DecideForms appeal={appeal} share={share} />
          {share.canSendLink ? <LinkForms appeal={appeal} share={share} /> : null}
        </Panel>
      ))}
    </Panel>
  )
}

function stateText(t: TFunction<'appeals'>, { status }: DeskShare): string {
  // Shares that were taken away do not stand here.
  return status === 'redirected' || status === 'withdrawn' ? t('desk.withdrawn') : t(`share.${status}`)
}

function factsOf(t: TFunction<'appeals'>, { role, part, dueOn, link, contest }: DeskShare) {
  const pre = (text: string) => <span className="pre-line">{text}</span>
  return [
    { term: t('share.role'), description: t(`share.${role}`) },
    ...(part ? [{ term: t('share.part'), description: pre(part) }] : []),
    { term: t('receipt.dueOn'), description: dueOn },
    ...(link ? [{ term: t('link.sent'), description: linkText(t, link) }] : []),
    ...(contest
      ? [
          { term: t('contest.said'), description: pre(contest.reason) },
          { term: t('contest.rightIs'), description: contest.right || t('contest.another') },
          { term: t('contest.by'), description: `${contest.by}, ${contest.at}` },
          {
            term: t('contest.decideBy'),
            description: (
              <>
                {contest.decideBy} {contest.late ? <StatusTag tone="danger" text={t('contest.late')} /> : null}
              </>
            ),
          },
        ]
      : []),
  ]
}

function linkText(t: TFunction<'appeals'>, { state, sentTo, until }: NonNullable<DeskShare['link']>): string {
  if (state === 'used') return t('link.used')
  if (state === 'revoked') return t('link.revoked')
  if (state === 'expired') return t('link.expired', { until })
  return sentTo ? t('link.usable', { to: sentTo, until }) : t('link.noAddress')
}

/** A link that is lost is sent anew; one that went astray is revoked. */
function LinkForms({ appeal, share }: { appeal: DeskAppeal; share: DeskShare }) {
  const { t } = useTranslation('appeals')
  const values = { version: String(appeal.version), assignmentId: share.id }
  return (
    <div className="cluster">
      <PostForm intent="renewLink">
        <HiddenFields values={values} />
        <Button variant="secondary" small about={share.agency}>
          {t('link.renew')}
        </Button>
      </PostForm>
      {share.link?.state === 'usable' ? (
        <PostForm intent="revokeLink">
          <HiddenFields values={values} />
          <Button variant="quiet" small about={share.agency}>
            {t('link.revoke')}
          </Button>
        </PostForm>
      ) : null}
    </div>
  )
}
