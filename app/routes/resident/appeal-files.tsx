import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  addDraftAttachments,
  draftLimits,
  listAttachments,
  removeDraftAttachment,
  sizeOf,
} from '#app/features/attachments/public.server.ts'
import { AttachmentField } from '#app/features/attachments/ui/attachment-field.tsx'
import { AttachmentList } from '#app/features/attachments/ui/attachment-list.tsx'
import { RemoveAttachment } from '#app/features/attachments/ui/remove-attachment.tsx'
import { answered } from '#app/features/drafts/answered.server.ts'
import { AddFiles, RemoveFile } from '#app/features/drafts/drafts.schema.ts'
import { holdDraft } from '#app/features/drafts/hold-draft.server.ts'
import { getDraft, getQuestion } from '#app/features/drafts/question.queries.server.ts'
import { FilesPage } from '#app/features/drafts/ui/files-page.tsx'
import { NotFound } from '#app/core/errors.ts'
import { fileForm } from '#app/core/http/file-form.server.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { form, tenantAction, tenantLoader } from '#app/core/http/routes.server.ts'

export const loader = tenantLoader(async (ctx, _params, request) => {
  const page = await getQuestion(ctx, 'files', request)
  const { draft } = await getDraft(ctx, request)
  const draftId = draft?.id ?? ''
  const { most, bytes } = await draftLimits(ctx, draftId)
  const files = await listAttachments(ctx, { draftId })
  return { title: ctx.t('drafts:files.title'), page, files, most, size: sizeOf(ctx, bytes) }
})

export const action = tenantAction({
  files: fileForm({
    schema: AddFiles,
    // Without a draft there is nothing to keep a file in, and the answers are asked anew.
    allow: async (ctx, _params, { request }) => draftLimits(ctx, (await getDraft(ctx, request)).draft?.id ?? ''),
    keep: async (ctx, _params, sent, { request }) => {
      const { draft } = await getDraft(ctx, request)
      if (draft) await addDraftAttachments(ctx, draft.id, sent, (ctx) => holdDraft(ctx, draft.id))
    },
    act: async (ctx, _params, { next }, asked) =>
      next === 'stay' ? redirect(asked.request.url) : answered(ctx, 'files', {}, asked),
  }),
  remove: form(RemoveFile, async (ctx, _params, { attachmentId }, { request }) => {
    const { draft } = await getDraft(ctx, request)
    if (!draft) throw new NotFound('Draft')
    await removeDraftAttachment(ctx, draft.id, attachmentId, (ctx) => holdDraft(ctx, draft.id))
    return redirect(request.url)
  }),
})

export default function AppealFiles() {
  const { page, files, most, size } = useLoaderData<typeof loader>()
  const error = useFormState('files').error('files')
  return (
    <FilesPage
      page={page}
      list={
        <AttachmentList
          attachments={files}
          action={({ id, name }) => <RemoveAttachment intent="remove" id={id} name={name} />}
        />
      }
      field={<AttachmentField most={most} size={size} error={error} />}
    />
  )
}
