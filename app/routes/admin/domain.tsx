import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getDomains } from '#app/features/domains/domains.queries.server.ts'
import { AddHost, NameHost } from '#app/features/domains/domains.schema.ts'
import { doneOf, type Done } from '#app/features/domains/done.ts'
import { addHost, askCheck, removeHost, showByGiven, showByHost } from '#app/features/domains/own-hosts.server.ts'
import { DomainPage } from '#app/features/domains/ui/domain-page.tsx'
import type { TenantContext } from '#app/core/context.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, _params, request) => ({
  title: ctx.t('domains:title'),
  submissionKey: randomUUID(),
  domains: await getDomains(ctx),
  done: doneOf(new URL(request.url).searchParams.get('done')),
}))

const one = (act: (ctx: TenantContext, id: string) => Promise<void>, done: Done) =>
  form(NameHost, async (ctx: TenantContext, _params, { hostId }) => {
    await act(ctx, hostId)
    return redirect(paths.domain({ done }))
  })

export const action = staffAction({
  '': form(AddHost, async (ctx, _params, input) => {
    await addHost(ctx, input)
    return redirect(paths.domain({ done: 'added' }))
  }),
  check: one(askCheck, 'check'),
  show: one(showByHost, 'show'),
  showGiven: one(showByGiven, 'show'),
  remove: one(removeHost, 'remove'),
})

export default function Domain() {
  return <DomainPage {...useLoaderData<typeof loader>()} />
}
