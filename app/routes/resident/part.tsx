import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { answerByLink } from '#app/features/appeals/answer-by-link.server.ts'
import { contestByLink } from '#app/features/appeals/contest-share.server.ts'
import { addAnswerFiles, allowAnswerFiles, removeAnswerFile } from '#app/features/appeals/answer-files.server.ts'
import { getForeignPart } from '#app/features/appeals/foreign-part.queries.server.ts'
import { RemoveFile } from '#app/features/appeals/resident-acts.schema.ts'
import { AnswerByLink, ContestByLink } from '#app/features/appeals/shares.schema.ts'
import { ForeignPartPage } from '#app/features/appeals/ui/foreign-part-page.tsx'
import { AttachmentField } from '#app/features/attachments/ui/attachment-field.tsx'
import { AttachmentList } from '#app/features/attachments/ui/attachment-list.tsx'
import { RemoveAttachment } from '#app/features/attachments/ui/remove-attachment.tsx'
import { fileForm } from '#app/core/http/file-form.server.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { form, tenantAction, tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = tenantLoader(async (ctx, { linkId = '' }) => ({
  title: ctx.t('appeals:foreign.title'),
  page: await getForeignPart(ctx, linkId),
}))

export const action = tenantAction({
  answer: fileForm({
    allow: (ctx, { linkId = '' }) => allowAnswerFiles(ctx, linkId),
    // What is added to an answer is kept under its link until it is sent.
    keep: (ctx, { linkId = '' }, sent) => addAnswerFiles(ctx, linkId, sent),
    schema: AnswerByLink,
    act: async (ctx, { linkId = '' }, input) => {
      await answerByLink(ctx, linkId, input)
      return redirect(paths.part(ctx.locale, linkId))
    },
  }),
  remove: form(RemoveFile, async (ctx, { linkId = '' }, { attachmentId }) => {
    await removeAnswerFile(ctx, linkId, attachmentId)
    return redirect(paths.part(ctx.locale, linkId))
  }),
  contest: form(ContestByLink, async (ctx, { linkId = '' }, input) => {
    await contestByLink(ctx, linkId, input)
    return redirect(paths.part(ctx.locale, linkId))
  }),
})

export default function Part() {
  const { page } = useLoaderData<typeof loader>()
  const { locale } = usePageScope()
  return (
    <ForeignPartPage
      page={page}
      sent={
        <AttachmentList
          attachments={page.part?.files ?? []}
          href={(fileId) => paths.partFile(locale, page.id, fileId)}
        />
      }
      added={
        <AttachmentList
          attachments={page.part?.own ?? []}
          action={({ id, name }) => <RemoveAttachment intent="remove" id={id} name={name} />}
        />
      }
      choice={(error) =>
        page.part ? <AttachmentField most={page.part.most} size={page.part.size} error={error} /> : null
      }
    />
  )
}
