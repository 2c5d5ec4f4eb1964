import { useLoaderData } from '@remix-run/react'
import { getActsToDo } from '#app/features/acts/acts.queries.server.ts'
import { ActsToDoPage } from '#app/features/acts/ui/acts-to-do-page.tsx'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx) => ({
  title: ctx.t('acts:list.title'),
  acts: await getActsToDo(ctx),
}))

export default function Acts() {
  return <ActsToDoPage acts={useLoaderData<typeof loader>().acts} />
}
