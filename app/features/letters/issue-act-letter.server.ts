import { derivedCode } from '#app/core/derived-secret.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { translatorOf } from '#app/core/i18n/texts.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { newId } from '#app/core/ids.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { statesRightOfAppeal } from './norm.ts'

interface SignedAct {
  readonly actId: string
  readonly appeal: { readonly id: string; readonly language: LocaleCode }
  /** Null where the centre itself acts. */
  readonly agencyId: string | null
  readonly text: string
  readonly signedAt: Date
}

/**
 * Issues the letter of an act, in the transaction that signs it: what the paper says beside the act is frozen. The file is
 * made by the worker.
 */
export async function issueActLetter(ctx: TenantContext, signed: SignedAct): Promise<void> {
  const { actId, appeal, agencyId, text, signedAt } = signed
  const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  const paragraph = translatorOf(ctx.texts[appeal.language])('acts:paper.rightOfAppeal')
  await ctx.db
    .insertInto('answerLetter')
    .values({
      id: newId(),
      answerId: null,
      actId,
      appealId: appeal.id,
      agencyId,
      code: derivedCode(ctx.secret, 'letter', [ctx.tenant.slug, actId], 12),
      issuedOn: wallClockParts(signedAt, timeZone).day,
      rightOfAppeal: statesRightOfAppeal(text) ? '' : paragraph,
      bands: [],
      state: 'due',
      bytes: null,
      sha256: null,
      madeAt: null,
    })
    .execute()
}
