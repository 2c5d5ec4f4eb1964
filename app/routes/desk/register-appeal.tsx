import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AttachmentField } from '#app/features/attachments/ui/attachment-field.tsx'
import { AttachmentList } from '#app/features/attachments/ui/attachment-list.tsx'
import { RemoveAttachment } from '#app/features/attachments/ui/remove-attachment.tsx'
import { getNewRegistration } from '#app/features/registrations/new-registration.queries.server.ts'
import { registerAppeal } from '#app/features/registrations/register-appeal.server.ts'
import {
  allowRegistrationFiles,
  keepRegistrationFiles,
  removeRegistrationFile,
} from '#app/features/registrations/registration-files.server.ts'
import { keyOf, RegisterAppeal, RemoveFile } from '#app/features/registrations/registrations.schema.server.ts'
import registerScript from '#app/features/registrations/ui/enhance/register.ts?worker&url'
import { RegisterPage } from '#app/features/registrations/ui/register-page.tsx'
import { fileForm } from '#app/core/http/file-form.server.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const handle = { scripts: [registerScript] }

export const loader = staffLoader(async (ctx, _params, { url }) => {
  const key = keyOf(url)
  const page = await getNewRegistration(ctx, key ?? '')
  // Files are kept under the key, so it stands in the address; it is also what makes one appeal of two sendings.
  if (!key) throw redirect(paths.registerAppeal(randomUUID()))
  return { title: ctx.t('registrations:new.title'), page }
})

export const action = staffAction({
  register: fileForm({
    allow: (ctx, _params, { request }) => allowRegistrationFiles(ctx, keyOf(request.url) ?? ''),
    keep: (ctx, _params, sent, { request }) => keepRegistrationFiles(ctx, keyOf(request.url) ?? '', sent),
    schema: RegisterAppeal,
    act: async (ctx, _params, input, { request }) =>
      redirect(paths.registration(await registerAppeal(ctx, input, keyOf(request.url) ?? randomUUID()))),
  }),
  remove: form(RemoveFile, async (ctx, _params, { attachmentId }, { request }) => {
    await removeRegistrationFile(ctx, keyOf(request.url) ?? '', attachmentId)
    return redirect(request.url)
  }),
})

export default function RegisterAppealRoute() {
  const { page } = useLoaderData<typeof loader>()
  return (
    <RegisterPage
      page={page}
      kept={
        page.files.length > 0 ? (
          <AttachmentList
            attachments={page.files}
            action={({ id, name }) => <RemoveAttachment intent="remove" id={id} name={name} />}
          />
        ) : null
      }
      choice={(error) => <AttachmentField most={page.most} size={page.size} error={error} />}
    />
  )
}
