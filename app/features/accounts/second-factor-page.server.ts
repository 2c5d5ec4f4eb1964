import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { PersonContext } from '#app/core/context.ts'
import { needsSecondFactor } from './account.ts'
import { qrCode, type QrCode } from '#app/core/qr.server.ts'
import { recoveryCodesLeft } from './recovery-codes.server.ts'
import { getSecondFactor } from './second-factor.queries.server.ts'
import { keyUri } from './totp.server.ts'

/** What the page of a person's second factor shows. */
export interface SecondFactorState {
  readonly on: boolean
  /** The person's role asks for it. */
  readonly needed: boolean
  /** It was taken away by somebody else and must be set up anew, whatever the role. */
  readonly demanded: boolean
  readonly codesLeft: number
  /** A new key, as a picture and in groups of four. */
  readonly proposal: { readonly qr: QrCode; readonly key: string } | undefined
}

/** The state of the signed-in person's second factor. */
export async function secondFactorPage(ctx: PersonContext): Promise<SecondFactorState> {
  const { userId, person, secondFactorDue } = ctx.signedIn
  const { on, proposedKey } = await getSecondFactor(ctx, userId)
  const { email } = await coreTablesOf(ctx.db)
    .selectFrom('authUser')
    .select('email')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  // In Latin letters: any other takes six signs of the picture, and a phone must read it from an old screen.
  const issuer = ctx.world === 'tenant' ? `Bir Tereze: ${ctx.tenant.name.en}` : 'Bir Tereze'
  const needed = needsSecondFactor(person.roles)
  return {
    on,
    needed,
    demanded: !on && secondFactorDue && !needed,
    codesLeft: on ? await recoveryCodesLeft(ctx, userId) : 0,
    proposal: proposedKey
      ? { qr: qrCode(keyUri(proposedKey, issuer, email)), key: proposedKey.replace(/.{4}(?!$)/g, '$& ') }
      : undefined,
  }
}
