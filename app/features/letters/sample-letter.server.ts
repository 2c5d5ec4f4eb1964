import { agencyNames } from '#app/features/agencies/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { savedFile } from '#app/core/http/saved-file.server.ts'
import { openPaper } from '#app/integrations/documents/paper.server.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { letterheadOf } from './letterhead.server.ts'

/** What a letter's head says, with an agency of the region as who writes. */
export interface LetterheadSample {
  readonly agency: string
  readonly centre: string
  readonly lines: readonly string[]
}

/** The head of a letter in `language`. Throws ForbiddenError. Not inside a transaction. */
export async function sampleLetterhead(ctx: TenantContext, language: LocaleCode): Promise<LetterheadSample> {
  authorize(ctx.ability, 'configure', 'Region')
  const { centre, lines } = await letterheadOf(ctx, language)
  return { agency: await someAgency(ctx, language), centre, lines }
}

/** A letter that says it is a sample, as PDF to be saved. Throws ForbiddenError. Not inside a transaction. */
export async function sampleLetter(ctx: TenantContext, language: LocaleCode): Promise<Response> {
  authorize(ctx.ability, 'configure', 'Region')
  const head = await letterheadOf(ctx, language)
  const agency = await someAgency(ctx, language)
  const title = head.t('letters:sample.title')
  const paper = await openPaper({
    title,
    language,
    author: agency,
    at: ctx.clock.now(),
    colour: head.colour,
    emblem: head.emblem,
    footer: (page, pages) => `${title} · ${page} / ${pages}`,
  })
  paper.letterhead(agency, head.centre, head.lines)
  paper.heading(title)
  paper.text(head.t('letters:sample.text'))
  const content = await paper.finish()
  return savedFile({
    name: `letterhead-${language}.pdf`,
    mediaType: 'application/pdf',
    bytes: content.length,
    content,
  })
}

/** The first agency in the region's order that answers by itself; nothing where there is none yet. */
async function someAgency(ctx: TenantContext, language: LocaleCode): Promise<string> {
  const first = await ctx.db
    .selectFrom('agency')
    .select('id')
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .executeTakeFirst()
  if (!first) return ''
  return (await agencyNames({ ...ctx, locale: language }, [first.id]))[first.id] ?? ''
}
