import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { addInterpreter } from '#app/features/interpreters/add-interpreter.server.ts'
import { AddInterpreter } from '#app/features/interpreters/interpreters.schema.ts'
import { InterpreterForm } from '#app/features/interpreters/ui/interpreter-form.tsx'
import { authorize } from '#app/core/access/authorize.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx) => {
  authorize(ctx.ability, 'configure', 'Interpreter')
  return {
    title: ctx.t('interpreters:new.title'),
    submissionKey: randomUUID(),
  }
})

export const action = staffAction(
  form(AddInterpreter, async (ctx, _params, input) => {
    const changed = await addInterpreter(ctx, input)
    return redirect(paths.withNotice(paths.interpreters(), changed))
  }),
)

export default function NewInterpreter() {
  const { t } = useTranslation('interpreters')
  const { submissionKey } = useLoaderData<typeof loader>()
  return (
    <EditPage title={t('new.title')} back={{ href: paths.interpreters(), label: t('list.title') }}>
      <InterpreterForm submissionKey={submissionKey} />
    </EditPage>
  )
}
