import { useSearchParams } from '@remix-run/react'
import { useReplySummary } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { InsetText } from '#app/ui/inset-text.tsx'
import { Notification } from '#app/ui/notification.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { getConsole } from '../console.queries.server.ts'
import { AtDeskPanel } from './at-desk-panel.tsx'
import { OpenDeskPanel } from './open-desk-panel.tsx'
import { WaitingList } from './waiting-list.tsx'

type ConsolePageProps = Awaited<ReturnType<typeof getConsole>>

const told = ['nobody', 'finished', 'handedOver'] as const

/** A desk of the hall as whoever sits there works it: the person before it, what can be done, and who waits. */
export function ConsolePage(props: ConsolePageProps) {
  const { t } = useTranslation('visits')
  const { t: common } = useTranslation('common')
  const asked = useSearchParams()[0].get('done')
  const done = told.find((one) => one === asked)
  const { hall, shift } = props
  return (
    <div className="stack">
      <PageHeading
        title={shift ? t('console.desk', { desk: shift.desk }) : t('console.title')}
        caption={hall.name}
        back={{ href: paths.workHalls(), label: t('halls.title') }}
        actions={shift ? <DeskActions shift={shift} /> : undefined}
      />
      <ErrorSummary title={common('error.summary')} errors={useReplySummary()} />
      {done ? <Notification text={t(`done.${done}`)} /> : null}
      {props.shift ? <Working {...props} /> : <OpenDeskPanel desks={props.desks} />}
    </div>
  )
}

type WorkingProps = Extract<ConsolePageProps, { shift: object }>

function Working({ shift, ticket, waiting, away, others, categories }: WorkingProps) {
  const { t } = useTranslation('visits')
  return (
    <>
      {ticket ? (
        <AtDeskPanel shiftId={shift.id} ticket={ticket} services={others} categories={categories} />
      ) : shift.paused ? (
        <InsetText>{t('console.paused')}</InsetText>
      ) : (
        <PostForm intent="call">
          <HiddenFields values={{ shiftId: shift.id }} />
          <Button>{t('act.call')}</Button>
        </PostForm>
      )}
      <Panel title={t('console.waiting', { count: String(waiting.length) })}>
        <WaitingList rows={waiting} empty={t('console.nobody')} />
      </Panel>
      {away.length > 0 ? (
        <Panel title={t('console.away')}>
          <WaitingList rows={away} empty="" backTo={shift.id} />
        </Panel>
      ) : null}
    </>
  )
}

function DeskActions({ shift }: { readonly shift: NonNullable<ConsolePageProps['shift']> }) {
  const { t } = useTranslation('visits')
  return (
    <>
      <PostForm intent={shift.paused ? 'goOn' : 'pause'}>
        <HiddenFields values={{ shiftId: shift.id }} />
        <Button variant="secondary" small>
          {shift.paused ? t('act.goOn') : t('act.pause')}
        </Button>
      </PostForm>
      <PostForm intent="close">
        <HiddenFields values={{ shiftId: shift.id }} />
        <Button variant="quiet" small>
          {t('act.close')}
        </Button>
      </PostForm>
    </>
  )
}
