import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { stateForms } from '#app/features/changes/catalogue-routes.server.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { StatePanel } from '#app/features/changes/ui/state-panel.tsx'
import { changeInterpreter } from '#app/features/interpreters/change-interpreter.server.ts'
import { interpreterRows } from '#app/features/interpreters/interpreter-rows.server.ts'
import { getAdminInterpreter } from '#app/features/interpreters/interpreters.queries.server.ts'
import { ChangeInterpreter } from '#app/features/interpreters/interpreters.schema.ts'
import { InterpreterForm } from '#app/features/interpreters/ui/interpreter-form.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { interpreterId = '' }) => {
  const interpreter = await getAdminInterpreter(ctx, interpreterId)
  return { title: interpreter.fullName, submissionKey: randomUUID(), interpreter }
})

export const action = staffAction({
  change: form(ChangeInterpreter, async (ctx, { interpreterId = '' }, input) =>
    redirect(paths.interpreter(interpreterId, await changeInterpreter(ctx, interpreterId, input))),
  ),
  ...stateForms(interpreterRows, 'interpreterId', paths.interpreter),
})

export default function Interpreter() {
  const { t } = useTranslation('interpreters')
  const { interpreter, submissionKey } = useLoaderData<typeof loader>()
  const { retired, version } = interpreter
  return (
    <EditPage
      title={interpreter.fullName}
      back={{ href: paths.interpreters(), label: t('list.title') }}
      retired={retired}
    >
      <InterpreterForm interpreter={interpreter} submissionKey={submissionKey} />
      <StatePanel retired={retired} version={version} submissionKey={submissionKey} hint={t('retire.hint')} />
    </EditPage>
  )
}
