import { InvalidInput } from '../errors.ts'
import { weaknessOf, type Weakness } from './weak-password.ts'

const messages: Readonly<Record<Weakness, string>> = {
  common: 'common:error.passwordCommon',
  own: 'common:error.passwordOwn',
  simple: 'common:error.passwordSimple',
}

let known: Promise<ReadonlySet<string>> | undefined

/** Passwords out of breaches, as they are shipped: nobody is asked over the network. Loaded by the first who needs them. */
const commonPasswords = () =>
  (known ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common'])))

/**
 * Throws InvalidInput for a password that many people use, that is made of the person's own words, or of runs and repeats.
 * Not inside a transaction.
 */
export async function refuseWeakPassword(password: string, ownWords: readonly string[]): Promise<void> {
  const common = await commonPasswords()
  const weakness = weaknessOf(password, ownWords, (text) => common.has(text))
  if (weakness) throw new InvalidInput({ password: messages[weakness] })
}
