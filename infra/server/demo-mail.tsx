import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import express, { type RequestHandler } from 'express'
import { simpleParser } from 'mailparser'
import type { PageScope } from '#app/core/http/scope.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { demoPage, Linked } from './demo-page.tsx'
import type { EdgeLocals } from './edge.ts'

/** How many mails the page shows. */
const shown = 50

interface Mail {
  readonly file: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly messageId: string
}

/** The inbox of a demo, `/dev/mail`: what the demo's own mail server took, the newest first. */
export function demoMailPages(directory: string): RequestHandler {
  const router = express.Router()
  router.get('/dev/mail', (_incoming, outgoing, next) => {
    const page = (outgoing.locals as EdgeLocals).open?.scope.page
    if (!page) return next()
    readMails(directory)
      .then((mails) => outgoing.type('html').set('Cache-Control', 'no-store').send(inbox(mails, page)))
      .catch(next)
  })
  return router
}

async function readMails(directory: string): Promise<Mail[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.eml')).toSorted()
  return Promise.all(
    files
      .slice(-shown)
      .toReversed()
      .map(async (file) => {
        const mail = await simpleParser(await readFile(path.join(directory, file)))
        const to = [mail.to ?? []].flat().map((address) => address.text)
        const { subject = '', text = '', messageId = '' } = mail
        return { file, to: to.join(', '), subject, text, messageId }
      }),
  )
}

function inbox(mails: readonly Mail[], page: PageScope): string {
  return demoPage(
    page,
    'Demo mail',
    <>
      <PageHeading title="Demo mail" lead="What this demo has sent. Nothing left this machine." />
      {mails.length === 0 ? <EmptyState title="Nothing was sent yet" /> : null}
      {mails.map((mail) => (
        <Panel key={mail.file} title={mail.subject}>
          <SummaryList
            items={[
              { term: 'To', description: mail.to },
              { term: 'Message-ID', description: mail.messageId },
            ]}
          />
          <p className="pre-line">
            <Linked text={mail.text} />
          </p>
        </Panel>
      ))}
    </>,
  )
}
