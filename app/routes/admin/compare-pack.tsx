import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TakeChanges } from '#app/features/packs/packs.schema.ts'
import { shownDifferences } from '#app/features/packs/shown-differences.server.ts'
import { takeChanges } from '#app/features/packs/take-changes.server.ts'
import { ComparePage } from '#app/features/packs/ui/compare-page.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx) => ({
  title: ctx.t('packs:compare.title'),
  submissionKey: randomUUID(),
  ...(await shownDifferences(ctx)),
}))

export const action = staffAction(
  form(TakeChanges, async (ctx, _params, input) => redirect(paths.comparePack(await takeChanges(ctx, input)))),
)

export default function ComparePack() {
  return <ComparePage {...useLoaderData<typeof loader>()} />
}
