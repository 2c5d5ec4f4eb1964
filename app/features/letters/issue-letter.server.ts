import { derivedCode } from '#app/core/derived-secret.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { newId } from '#app/core/ids.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { mustPassGate } from './check-answer.server.ts'
import { bandsOf } from './likeness.ts'

interface SignedAnswer {
  readonly answerId: string
  readonly appeal: { readonly id: string; readonly language: LocaleCode }
  readonly agencyId: string
  readonly text: string
  readonly answeredAt: Date
  /** That it is nearly the same as an earlier answer was seen. */
  readonly confirmed: boolean
}

/**
 * Issues the letter of an answer, in the transaction that signs it: the gate is asked once more, and what the paper says
 * beside the answer is frozen. The file is made by the worker. Throws InvalidInput as the gate does.
 */
export async function issueLetter(ctx: TenantContext, signed: SignedAnswer): Promise<void> {
  const { answerId, appeal, agencyId, text, answeredAt } = signed
  const { rightOfAppeal } = await mustPassGate(ctx, appeal, text, signed.confirmed)
  const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('answerLetter')
    .values({
      id: newId(),
      answerId,
      actId: null,
      appealId: appeal.id,
      agencyId,
      code: derivedCode(ctx.secret, 'letter', [ctx.tenant.slug, answerId], 12),
      issuedOn: wallClockParts(answeredAt, timeZone).day,
      rightOfAppeal: rightOfAppeal.added,
      bands: bandsOf(text),
      state: 'due',
      bytes: null,
      sha256: null,
      madeAt: null,
    })
    .execute()
}
