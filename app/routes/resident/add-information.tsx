import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { addInformation } from '#app/features/appeals/add-information.server.ts'
import { allowAddition, keepAdditionFiles, removeAdditionFile } from '#app/features/appeals/addition-files.server.ts'
import { AddInformation, draftKeyOf, RemoveFile } from '#app/features/appeals/resident-acts.schema.ts'
import { getAddition } from '#app/features/appeals/tracked-appeal.queries.server.ts'
import { AddInformationPage } from '#app/features/appeals/ui/add-information-page.tsx'
import { AttachmentField } from '#app/features/attachments/ui/attachment-field.tsx'
import { AttachmentList } from '#app/features/attachments/ui/attachment-list.tsx'
import { RemoveAttachment } from '#app/features/attachments/ui/remove-attachment.tsx'
import { fileForm } from '#app/core/http/file-form.server.ts'
import { form, tenantAction, tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = tenantLoader(async (ctx, { appealId = '' }, request) => {
  const draft = draftKeyOf(request.url)
  const page = await getAddition(ctx, appealId, draft ?? '')
  // Files are kept under the key, so it stands in the address: reloading the page must not lose them.
  if (!draft) throw redirect(paths.addInformation(ctx.locale, appealId, randomUUID()))
  return { title: ctx.t('appeals:addition.title'), page }
})

export const action = tenantAction({
  add: fileForm({
    allow: (ctx, { appealId = '' }, { request }) => allowAddition(ctx, appealId, draftKeyOf(request.url) ?? ''),
    keep: (ctx, { appealId = '' }, sent, { request }) =>
      keepAdditionFiles(ctx, appealId, draftKeyOf(request.url) ?? '', sent),
    schema: AddInformation,
    act: async (ctx, { appealId = '' }, input, { request }) => {
      await addInformation(ctx, appealId, { ...input, submissionKey: draftKeyOf(request.url) ?? '' })
      return redirect(paths.trackedAppeal(ctx.locale, appealId))
    },
  }),
  remove: form(RemoveFile, async (ctx, { appealId = '' }, { attachmentId }, { request }) => {
    const draft = draftKeyOf(request.url) ?? ''
    await removeAdditionFile(ctx, appealId, draft, attachmentId)
    return redirect(paths.addInformation(ctx.locale, appealId, draft))
  }),
})

export default function AddInformationRoute() {
  const { page } = useLoaderData<typeof loader>()
  return (
    <AddInformationPage
      page={page}
      kept={
        <AttachmentList
          attachments={page.files}
          action={({ id, name }) => <RemoveAttachment intent="remove" id={id} name={name} />}
        />
      }
      choice={(error) => <AttachmentField most={page.most} size={page.size} error={error} />}
    />
  )
}
