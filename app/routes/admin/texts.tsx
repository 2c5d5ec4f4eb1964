import { useLoaderData } from '@remix-run/react'
import { TextsPage } from '#app/features/wordings/ui/texts-page.tsx'
import { listTexts, textWishOf } from '#app/features/wordings/wordings.queries.server.ts'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx, _params, request) => {
  const wish = textWishOf(request)
  return { title: ctx.t('wordings:list.title'), wish, ...(await listTexts(ctx, wish)) }
})

export default function Texts() {
  return <TextsPage {...useLoaderData<typeof loader>()} />
}
