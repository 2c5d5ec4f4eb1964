import { takeTakeout } from '#app/features/takeouts/take-takeout.server.ts'
import { OfTakeout } from '#app/features/takeouts/takeouts.schema.ts'
import { form, staffFileAction } from '#app/core/http/routes.server.ts'
import { savedFile } from '#app/core/http/saved-file.server.ts'

/** By a form and not by a link: what opens links of itself would take the file away. */
export const action = staffFileAction(
  form(OfTakeout, async (ctx, { takeoutId = '' }) => {
    const { name, bytes, content } = await takeTakeout(ctx, takeoutId)
    return savedFile({ name, mediaType: 'application/zip', bytes, content })
  }),
)
