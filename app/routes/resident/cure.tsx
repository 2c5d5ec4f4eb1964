import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AttachmentField } from '#app/features/attachments/ui/attachment-field.tsx'
import { AttachmentList } from '#app/features/attachments/ui/attachment-list.tsx'
import { RemoveAttachment } from '#app/features/attachments/ui/remove-attachment.tsx'
import { allowCureFiles, answerCure, keepCureFiles, removeCureFile } from '#app/features/cures/answer-cure.server.ts'
import { getCurePage } from '#app/features/cures/cures.queries.server.ts'
import { AnswerCure, RemoveFile } from '#app/features/cures/cures.schema.server.ts'
import { CurePage } from '#app/features/cures/ui/cure-page.tsx'
import { fileForm } from '#app/core/http/file-form.server.ts'
import { form, tenantAction, tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = tenantLoader(async (ctx, { appealId = '' }) => ({
  title: ctx.t('cures:page.title'),
  page: await getCurePage(ctx, appealId),
}))

export const action = tenantAction({
  bring: fileForm({
    allow: (ctx, { appealId = '' }) => allowCureFiles(ctx, appealId),
    keep: (ctx, { appealId = '' }, sent) => keepCureFiles(ctx, appealId, sent),
    schema: AnswerCure,
    act: async (ctx, { appealId = '' }, input) => {
      await answerCure(ctx, appealId, input)
      return redirect(paths.cure(ctx.locale, appealId))
    },
  }),
  remove: form(RemoveFile, async (ctx, { appealId = '' }, { attachmentId }) => {
    await removeCureFile(ctx, appealId, attachmentId)
    return redirect(paths.cure(ctx.locale, appealId))
  }),
})

export default function Cure() {
  const { page } = useLoaderData<typeof loader>()
  return (
    <CurePage
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
