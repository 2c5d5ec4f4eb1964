import { data } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { dryRun, type SampleRun } from '#app/features/launches/dry-run.server.ts'
import { ButtonAlone } from '#app/features/launches/launches.schema.ts'
import { DryRunPage } from '#app/features/launches/ui/dry-run-page.tsx'
import { SuggestionText } from '#app/features/routing/ui/suggestion.tsx'
import { authorize } from '#app/core/access/authorize.ts'
import type { FormReply } from '#app/core/http/form-reply.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx) => {
  authorize(ctx.ability, 'configure', 'Region')
  return { title: ctx.t('launches:dryRun.title') }
})

export const action = staffAction(
  form(ButtonAlone, async (ctx) => {
    const reply: FormReply & { runs: readonly SampleRun[] } = {
      intent: '',
      values: {},
      errors: [],
      runs: await dryRun(ctx),
    }
    return data(reply)
  }),
)

export default function DryRun() {
  const runs = useActionData<{ runs?: readonly SampleRun[] }>()?.runs
  return <DryRunPage runs={runs} shown={(about, landing) => <SuggestionText about={about} suggestion={landing} />} />
}
