import { z } from 'zod'
import type { TenantContext } from '#app/core/context.ts'
import { seal, unseal } from '#app/core/sealed.server.ts'

const shape = z.object({
  about: z.enum(['category', 'agency']),
  source: z.enum(['rule', 'words', 'ledger', 'category']),
  ruleId: z.string().nullable(),
  categoryId: z.string().nullable(),
  suggestedId: z.string(),
})

/** A suggestion as it is kept with what became of it. */
export type KeptSuggestion = z.output<typeof shape>

const purpose = 'routingSuggestion'

/** A suggestion to go through a form and back: it may only come back as it was shown, for the same appeal. */
export const sealSuggestion = ({ secret, tenant }: TenantContext, appealId: string, kept: KeptSuggestion): string =>
  seal(secret, purpose, [tenant.slug, appealId], JSON.stringify(kept))

/** The suggestion again; undefined for what is none of ours, or another appeal's: then nothing was shown. */
export function openSuggestion(
  { secret, tenant }: TenantContext,
  appealId: string,
  sealed: string | undefined,
): KeptSuggestion | undefined {
  if (!sealed) return undefined
  try {
    return shape.parse(JSON.parse(unseal(secret, purpose, [tenant.slug, appealId], sealed)))
  } catch {
    return undefined
  }
}
