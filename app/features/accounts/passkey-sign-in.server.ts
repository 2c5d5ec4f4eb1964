import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { AnyContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { challengeOf, requestOptions, usedPasskey } from '#app/integrations/identity/webauthn.server.ts'
import { countryZone, passkeySeconds } from './account.ts'
import type { PasskeySignIn } from './accounts.schema.ts'
import { makeChallenge, takeChallenge } from './challenges.server.ts'
import { enter } from './enter.server.ts'
import { mayEnterByThemselves } from './may-enter.server.ts'
import { personOf } from './person.server.ts'

const refused = () => new Refusal('accounts:error.passkeyRefused')

/** What a browser needs to sign in by a passkey. Throws TooManyTries. */
export async function beginPasskeySignIn(ctx: AnyContext, clientAddress: string): Promise<object> {
  await ctx.limits.count('passkeyByAddress', clientAddress)
  const challenge = await inTransaction(ctx, (ctx) =>
    makeChallenge(ctx, { purpose: 'passkeySignIn', userId: null, seconds: passkeySeconds }),
  )
  return requestOptions({ origin: ctx.origin, challenge })
}

/**
 * Signs in by a passkey: the device has asked for finger, face or PIN, so it is both factors at once. The cookies of a new
 * session. Throws Refusal for an unknown or removed passkey and for an answer to no challenge of ours, TooManyTries.
 */
export async function signInByPasskey(
  ctx: AnyContext,
  { passkeyReply }: PasskeySignIn,
  request: Request,
  clientAddress: string,
): Promise<Headers> {
  await ctx.limits.count('passkeyByAddress', clientAddress)
  const challenge = challengeOf(passkeyReply)
  const passkey = await coreTablesOf(ctx.db)
    .selectFrom('authPasskey')
    .select(['id', 'userId', 'credentialId', 'publicKey', 'counter', 'transports'])
    .where('credentialId', '=', passkeyReply.id)
    .executeTakeFirst()
  const person = passkey && (await personOf(ctx, passkey.userId))
  if (!challenge || !passkey || !person) throw refused()
  const counter = await usedPasskey({ origin: ctx.origin, challenge }, passkeyReply, passkey)
  if (counter === undefined) throw refused()
  await mayEnterByThemselves(ctx, person)
  const arrival = { userId: passkey.userId, person, provedBy: 'passkey' as const }
  return enter(ctx, arrival, request, async (ctx) => {
    if (!(await takeChallenge(ctx, 'passkeySignIn', challenge))) throw refused()
    const { day } = wallClockParts(ctx.clock.now(), countryZone)
    const used = await coreTablesOf(ctx.db)
      .updateTable('authPasskey')
      .set({ counter, lastUsedOn: day })
      .where('id', '=', passkey.id)
      .executeTakeFirst()
    // Removed while its owner was touching it.
    if (used.numUpdatedRows === 0n) throw refused()
  })
}
