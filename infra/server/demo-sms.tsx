import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import express, { type RequestHandler } from 'express'
import type { PageScope } from '#app/core/http/scope.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { KeptSms } from '#infra/up/message-centre.ts'
import { demoPage, Linked } from './demo-page.tsx'
import type { EdgeLocals } from './edge.ts'

/** How many messages the page shows. */
const shown = 50

/** The telephones of a demo, `/dev/sms`: what the demo's own message centre took, the newest first. */
export function demoSmsPages(directory: string): RequestHandler {
  const router = express.Router()
  router.get('/dev/sms', (_incoming, outgoing, next) => {
    const page = (outgoing.locals as EdgeLocals).open?.scope.page
    if (!page) return next()
    readMessages(directory)
      .then((messages) => outgoing.type('html').set('Cache-Control', 'no-store').send(inbox(messages, page)))
      .catch(next)
  })
  return router
}

async function readMessages(directory: string): Promise<(KeptSms & { readonly file: string })[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.json')).toSorted()
  return Promise.all(
    files
      .slice(-shown)
      .toReversed()
      .map(async (file) => ({
        file,
        ...(JSON.parse(await readFile(path.join(directory, file), 'utf8')) as KeptSms),
      })),
  )
}

function inbox(messages: readonly (KeptSms & { readonly file: string })[], page: PageScope): string {
  return demoPage(
    page,
    'Demo SMS',
    <>
      <PageHeading title="Demo SMS" lead="What this demo has sent. Nothing left this machine." />
      {messages.length === 0 ? <EmptyState title="Nothing was sent yet" /> : null}
      {messages.map(({ file, from, to, text, segments, reference }) => (
        <Panel key={file} title={`+${to}`}>
          <SummaryList
            items={[
              { term: 'From', description: from },
              { term: 'Segments', description: String(segments) },
              { term: 'Reference', description: String(reference) },
            ]}
          />
          <p className="pre-line">
            <Linked text={text} />
          </p>
        </Panel>
      ))}
    </>,
  )
}
