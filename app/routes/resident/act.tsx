import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ObjectToAct } from '#app/features/acts/acts.schema.ts'
import { objectToAct } from '#app/features/acts/object-to-act.server.ts'
import { getResidentAct } from '#app/features/acts/resident-acts.queries.server.ts'
import { ResidentActPage } from '#app/features/acts/ui/resident-act-page.tsx'
import { listLetters } from '#app/features/letters/letters.queries.server.ts'
import { LetterList } from '#app/features/letters/ui/letter-list.tsx'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { form, tenantAction, tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = tenantLoader(async (ctx, { appealId = '', actId = '' }) => {
  const act = await getResidentAct(ctx, appealId, actId)
  const letters = await listLetters(ctx, appealId)
  return {
    title: ctx.t(`acts:kind.${act.kind}`),
    act,
    letters: letters.filter((letter) => letter.actId === actId),
    submissionKey: randomUUID(),
  }
})

export const action = tenantAction(
  form(ObjectToAct, async (ctx, { appealId = '', actId = '' }, input) => {
    await objectToAct(ctx, appealId, actId, input)
    return redirect(paths.residentAct(ctx.locale, appealId, actId))
  }),
)

export default function ResidentAct() {
  const { act, letters, submissionKey } = useLoaderData<typeof loader>()
  const { locale } = usePageScope()
  return (
    <ResidentActPage
      act={act}
      submissionKey={submissionKey}
      letter={
        <LetterList
          letters={letters}
          href={(letterId) => paths.appealLetter(locale, act.appealId, letterId)}
          verifyHref={(code) => paths.verifyLetter(locale, code)}
        />
      }
    />
  )
}
