import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { newRowAction, newRowLoader } from '#app/features/changes/catalogue-routes.server.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { addInterpreter } from '#app/features/interpreters/add-interpreter.server.ts'
import { AddInterpreter } from '#app/features/interpreters/interpreters.schema.ts'
import { InterpreterForm } from '#app/features/interpreters/ui/interpreter-form.tsx'
import { paths } from '#app/core/paths.ts'

export const loader = newRowLoader((t) => t('interpreters:new.title'), 'Interpreter')

export const action = newRowAction(AddInterpreter, addInterpreter, paths.interpreters())

export default function NewInterpreter() {
  const { t } = useTranslation('interpreters')
  const { submissionKey } = useLoaderData<typeof loader>()
  return (
    <EditPage title={t('new.title')} back={{ href: paths.interpreters(), label: t('list.title') }}>
      <InterpreterForm submissionKey={submissionKey} />
    </EditPage>
  )
}
