import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { sampleLetterhead } from '#app/features/letters/sample-letter.server.ts'
import { LetterheadPreview } from '#app/features/letters/ui/letterhead-preview.tsx'
import { addEmblem } from '#app/features/regions/add-emblem.server.ts'
import { changeCentreTerms } from '#app/features/regions/change-centre-terms.server.ts'
import { changeEmblem, dropEmblem } from '#app/features/regions/change-emblem.server.ts'
import { changeRegion } from '#app/features/regions/change-region.server.ts'
import { mostEmblemBytes } from '#app/features/regions/emblem-kinds.ts'
import { getAdminRegion } from '#app/features/regions/region-admin.queries.server.ts'
import { ChangeCentreTerms, ChangeEmblem, ChangeRegion, SendEmblem } from '#app/features/regions/regions.schema.ts'
import { RegionPage } from '#app/features/regions/ui/region-page.tsx'
import { authorize } from '#app/core/access/authorize.ts'
import { InvalidInput } from '#app/core/errors.ts'
import { fileForm } from '#app/core/http/file-form.server.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx) => ({
  title: ctx.t('regions:brand.title'),
  submissionKey: randomUUID(),
  region: await getAdminRegion(ctx),
  sample: await sampleLetterhead(ctx, ctx.locale),
}))

const back = (changed: string | undefined) => redirect(paths.withNotice(paths.region(), changed))

export const action = staffAction({
  change: form(ChangeRegion, async (ctx, _params, input) => back(await changeRegion(ctx, input))),
  terms: form(ChangeCentreTerms, async (ctx, _params, input) => back(await changeCentreTerms(ctx, input))),
  emblem: fileForm({
    schema: ChangeEmblem,
    allow: async (ctx) => {
      authorize(ctx.ability, 'configure', 'Region')
      return { most: 1, bytes: mostEmblemBytes }
    },
    keep: async (ctx, _params, { fields, files, tooMany }) => {
      const [file] = files
      if (tooMany || !file) throw new InvalidInput({ emblem: 'regions:error.emblemMissing' })
      const { data } = SendEmblem.safeParse(Object.fromEntries(fields))
      if (data) await addEmblem(ctx, data.submissionKey, file)
    },
    act: async (ctx, _params, input) => back(await changeEmblem(ctx, input)),
  }),
  dropEmblem: form(ChangeEmblem, async (ctx, _params, input) => back(await dropEmblem(ctx, input))),
})

export default function RegionRoute() {
  const { region, sample, submissionKey } = useLoaderData<typeof loader>()
  return (
    <RegionPage
      region={region}
      submissionKey={submissionKey}
      letterhead={<LetterheadPreview sample={sample} emblem={region.emblem} />}
    />
  )
}
