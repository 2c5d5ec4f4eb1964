import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getComparison } from '#app/features/duplicates/compare.queries.server.ts'
import {
  MergeAppeals,
  RelateAppeals,
  UnmergeAppeals,
  UnrelateAppeals,
} from '#app/features/duplicates/duplicates.schema.ts'
import { mergeAppeals, unmergeAppeals } from '#app/features/duplicates/merge-appeals.server.ts'
import { relateAppeals, unrelateAppeals } from '#app/features/duplicates/relate-appeals.server.ts'
import { ComparePage } from '#app/features/duplicates/ui/compare-page.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { appealId = '' }, request) => ({
  title: ctx.t('duplicates:compareTitle'),
  comparison: await getComparison(ctx, appealId, new URL(request.url).searchParams),
}))

const backTo = (appealId: string, done: string) => redirect(paths.appeal(appealId, { done: `${done}.${appealId}` }))

export const action = staffAction({
  merge: form(MergeAppeals, async (ctx, { appealId = '' }, input) => {
    await mergeAppeals(ctx, appealId, input)
    return backTo(appealId, 'merged')
  }),
  unmerge: form(UnmergeAppeals, async (ctx, { appealId = '' }, input) => {
    await unmergeAppeals(ctx, appealId, input)
    return backTo(appealId, 'unmerged')
  }),
  relate: form(RelateAppeals, async (ctx, { appealId = '' }, input) => {
    await relateAppeals(ctx, appealId, input)
    return backTo(appealId, 'linked')
  }),
  unrelate: form(UnrelateAppeals, async (ctx, { appealId = '' }, input) => {
    await unrelateAppeals(ctx, appealId, input)
    return backTo(appealId, 'unlinked')
  }),
})

export default function Compare() {
  return <ComparePage comparison={useLoaderData<typeof loader>().comparison} />
}
