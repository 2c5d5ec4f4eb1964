import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { PersonContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { newId } from '#app/core/ids.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { challengeOf, createdPasskey, creationOptions } from '#app/integrations/identity/webauthn.server.ts'
import { countryZone, passkeySeconds } from './account.ts'
import type { AddPasskey, RenamePasskey } from './accounts.schema.ts'
import { makeChallenge, takeChallenge } from './challenges.server.ts'
import { confirmPassword } from './confirm-password.server.ts'
import { deviceName, deviceWords } from './device.ts'
import { recordOwn } from './record-own.server.ts'

export interface PasskeyItem {
  readonly id: string
  readonly name: string
  readonly addedOn: string
  readonly usedOn: string | undefined
}

/** The signed-in person's passkeys, the newest first. */
export async function listPasskeys(ctx: PersonContext): Promise<PasskeyItem[]> {
  const passkeys = await coreTablesOf(ctx.db)
    .selectFrom('authPasskey')
    .select(['id', 'name', 'createdAt', 'lastUsedOn'])
    .where('userId', '=', ctx.signedIn.userId)
    .orderBy('id', 'desc')
    .execute()
  return passkeys.map(({ id, name, createdAt, lastUsedOn }) => ({
    id,
    name,
    addedOn: formatMoment(createdAt, countryZone).slice(0, 10),
    usedOn: lastUsedOn ? formatDay(lastUsedOn) : undefined,
  }))
}

/** What the browser needs to make a passkey; asks for the password. Throws InvalidInput, TooManyTries. */
export async function beginPasskey(ctx: PersonContext, currentPassword: string, siteName: string): Promise<object> {
  const { userId, person } = ctx.signedIn
  await confirmPassword(ctx, currentPassword)
  const db = coreTablesOf(ctx.db)
  const { email } = await db.selectFrom('authUser').select('email').where('id', '=', userId).executeTakeFirstOrThrow()
  const known = await db
    .selectFrom('authPasskey')
    .select(['credentialId', 'transports'])
    .where('userId', '=', userId)
    .execute()
  const challenge = await inTransaction(ctx, (ctx) =>
    makeChallenge(ctx, { purpose: 'passkeyAdding', userId, seconds: passkeySeconds }),
  )
  return creationOptions({ origin: ctx.origin, challenge }, { userId, email, name: person.name, siteName, known })
}

/**
 * Keeps the passkey that the browser has made; asks for the password. Throws InvalidInput, TooManyTries, and Refusal for
 * an answer to no challenge of ours, to an old one, or from elsewhere.
 */
export async function addPasskey(ctx: PersonContext, input: AddPasskey, userAgent: string | null): Promise<void> {
  const { userId } = ctx.signedIn
  await confirmPassword(ctx, input.currentPassword)
  const challenge = input.passkeyReply && challengeOf(input.passkeyReply)
  const made =
    input.passkeyReply && challenge && (await createdPasskey({ origin: ctx.origin, challenge }, input.passkeyReply))
  if (!challenge || !made) throw new Refusal('accounts:error.passkeyNotMade')
  const name = input.name ?? deviceName(deviceWords(userAgent), ctx.t('accounts:passkeys.unnamed'))
  await inTransaction(ctx, async (ctx) => {
    const asked = await takeChallenge(ctx, 'passkeyAdding', challenge)
    if (asked?.userId !== userId) throw new Refusal('accounts:error.passkeyNotMade')
    const id = newId()
    const added = await coreTablesOf(ctx.db)
      .insertInto('authPasskey')
      .values({
        id,
        userId,
        ...made,
        transports: [...made.transports],
        name,
        createdAt: ctx.clock.now(),
        lastUsedOn: null,
      })
      .onConflict((conflict) => conflict.column('credentialId').doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows === 0n) throw new Refusal('accounts:error.passkeyNotMade')
    await recordOwn(ctx, { event: 'account.passkeyAdded', refs: { passkeyId: id } })
  })
}

/** Gives a passkey of the signed-in person another name. Throws NotFound. */
export function renamePasskey(ctx: PersonContext, { passkeyId, name }: RenamePasskey): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const renamed = await coreTablesOf(ctx.db)
      .updateTable('authPasskey')
      .set({ name })
      .where('id', '=', passkeyId)
      .where('userId', '=', ctx.signedIn.userId)
      .executeTakeFirst()
    if (renamed.numUpdatedRows === 0n) throw new NotFound('Passkey')
    await recordOwn(ctx, { event: 'account.passkeyRenamed', fields: ['name'], refs: { passkeyId } })
  })
}

/** Takes a passkey of the signed-in person away: it opens nothing any more. Throws NotFound. */
export function removePasskey(ctx: PersonContext, passkeyId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const gone = await coreTablesOf(ctx.db)
      .deleteFrom('authPasskey')
      .where('id', '=', passkeyId)
      .where('userId', '=', ctx.signedIn.userId)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw new NotFound('Passkey')
    await recordOwn(ctx, { event: 'account.passkeyRemoved', refs: { passkeyId } })
  })
}
