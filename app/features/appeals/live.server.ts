import { getRegion } from '#app/features/regions/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { bePresent } from './presence.server.ts'
import type { SavedDraft } from './save-draft.server.ts'

/** What a page's script is told after it saved a draft, in words. */
export async function draftSaved(ctx: TenantContext, { version, editedAt }: SavedDraft) {
  const { timeZone } = await getRegion(ctx)
  const who = ctx.principal.kind === 'staff' ? ctx.principal.name : ''
  return { version, text: ctx.t('appeals:draft.saved', { when: formatMoment(editedAt, timeZone), who }) }
}

/** Who is at an appeal with the asker, in words. Throws NotFound, TooManyTries. */
export async function presentNow(ctx: TenantContext, appealId: string, doing: 'viewing' | 'editing') {
  const people = await bePresent(ctx, appealId, doing)
  return people.map(({ id, name, doing }) => ({
    id,
    name,
    doing: ctx.t(`appeals:presence.${doing}`),
    editing: doing === 'editing',
  }))
}
