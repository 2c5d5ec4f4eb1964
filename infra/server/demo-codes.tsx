import { readFile } from 'node:fs/promises'
import express, { type RequestHandler } from 'express'
import { codeAt } from '#app/features/accounts/public.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { DemoSignIns } from '#infra/up/summary.ts'
import { demoPage } from './demo-page.tsx'
import type { EdgeLocals } from './edge.ts'

/** The sign-ins of a demo with the code that each app would show now, `/dev/codes`. It reads the file at every look. */
export function demoCodesPage(file: string): RequestHandler {
  const router = express.Router()
  router.get('/dev/codes', (_incoming, outgoing, next) => {
    const page = (outgoing.locals as EdgeLocals).open?.scope.page
    if (!page) return next()
    readFile(file, 'utf8')
      .then((text) => {
        const now = new Date()
        const { people } = JSON.parse(text) as DemoSignIns
        outgoing.type('html').set({ 'Cache-Control': 'no-store', Refresh: String(secondsLeft(now)) })
        outgoing.send(demoPage(page, 'Demo sign-ins', <SignIns people={people} now={now} />))
      })
      .catch(next)
  })
  return router
}

/** Until the apps show another code, seconds. */
const secondsLeft = (now: Date) => 30 - (Math.floor(now.getTime() / 1000) % 30)

function SignIns({ people, now }: { people: DemoSignIns['people']; now: Date }) {
  return (
    <>
      <PageHeading
        title="Demo sign-ins"
        lead={`Codes stand in for an authenticator app. Each works once; the next ones come in ${secondsLeft(now)} s, and the page with them.`}
      />
      <SummaryList
        items={people.map(({ email, role, password, secondFactorKey }) => ({
          term: `${email} (${role})`,
          description: [password, ...(secondFactorKey ? [codeAt(secondFactorKey, now)] : [])].join(', '),
        }))}
      />
    </>
  )
}
