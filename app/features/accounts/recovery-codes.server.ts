import { createHmac, randomBytes } from 'node:crypto'
import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { AnyContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { recoveryCodeCount } from './account.ts'

/** Crockford's alphabet: nothing in it is taken for another letter. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Five bits a character: a hash of fifty random bits needs no slowness. */
const codeLength = 10

/** Throws the person's old recovery codes away and makes ten new ones, inside the caller's transaction. */
export async function renewRecoveryCodes(ctx: AnyContext, userId: string): Promise<readonly string[]> {
  const db = coreTablesOf(ctx.db)
  const codes = Array.from({ length: recoveryCodeCount }, newCode)
  const createdAt = ctx.clock.now()
  await db.deleteFrom('authRecoveryCode').where('userId', '=', userId).execute()
  await db
    .insertInto('authRecoveryCode')
    .values(
      codes.map((code) => ({ id: newId(), userId, codeHash: hashOf(ctx, userId, code), createdAt, usedAt: null })),
    )
    .execute()
  return codes
}

/** Uses a recovery code up inside the caller's transaction; false for one that is wrong or used. */
export async function takeRecoveryCode(ctx: AnyContext, userId: string, typed: string): Promise<boolean> {
  const used = await coreTablesOf(ctx.db)
    .updateTable('authRecoveryCode')
    .set({ usedAt: ctx.clock.now() })
    .where('userId', '=', userId)
    .where('codeHash', '=', hashOf(ctx, userId, typed))
    .where('usedAt', 'is', null)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}

/** How many recovery codes a person has left. */
export async function recoveryCodesLeft(ctx: AnyContext, userId: string): Promise<number> {
  const { left } = await coreTablesOf(ctx.db)
    .selectFrom('authRecoveryCode')
    .select((of) => of.fn.countAll<string>().as('left'))
    .where('userId', '=', userId)
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(left)
}

function newCode(): string {
  const letters = Array.from(randomBytes(codeLength), (byte) => alphabet[byte % 32]).join('')
  return `${letters.slice(0, 5)} ${letters.slice(5)}`
}

const hashOf = (ctx: AnyContext, userId: string, typed: string) =>
  createHmac('sha256', ctx.secret)
    .update(JSON.stringify(['recovery-code', userId, plain(typed)]))
    .digest('base64url')

/** A code as typed: blanks, dashes and case do not count, and letters that are none of the alphabet mean their likeness. */
const plain = (typed: string) =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
