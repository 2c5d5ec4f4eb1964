import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BlackOutPhoto, PublishPhoto } from '#app/features/attachments/attachments.schema.ts'
import { blackOutPhoto } from '#app/features/attachments/black-out-photo.server.ts'
import { getBlackOut } from '#app/features/attachments/photo.queries.server.ts'
import { publishPhoto } from '#app/features/attachments/publish-photo.server.ts'
import { BlackOutPage } from '#app/features/attachments/ui/black-out-page.tsx'
import blackOutScript from '#app/features/attachments/ui/enhance/black-out.ts?worker&url'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'

export const handle = { scripts: [blackOutScript] }

export const loader = staffLoader(async (ctx, { appealId = '', fileId = '' }) => ({
  title: ctx.t('attachments:blackOut.title'),
  photo: await getBlackOut(ctx, appealId, fileId),
  submissionKey: randomUUID(),
}))

export const action = staffAction({
  make: form(BlackOutPhoto, async (ctx, { appealId = '', fileId = '' }, input, { request }) => {
    await blackOutPhoto(ctx, appealId, fileId, input)
    return redirect(new URL(request.url).pathname)
  }),
  publish: form(PublishPhoto, async (ctx, { appealId = '' }, input, { request }) => {
    await publishPhoto(ctx, appealId, input)
    return redirect(new URL(request.url).pathname)
  }),
})

export default function BlackOut() {
  return <BlackOutPage {...useLoaderData<typeof loader>()} />
}
