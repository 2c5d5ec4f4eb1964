import { z } from 'zod'
import { tidied, typedEmail, typedLine, typedPassword } from '#app/core/typed-text.ts'

const email = typedEmail({ missing: 'accounts:error.emailMissing', invalid: 'accounts:error.emailInvalid' })

// Any length: a rule of today must not lock out a password of yesterday.
const givenPassword = (wrong: string) =>
  z.string('accounts:error.passwordMissing').min(1, 'accounts:error.passwordMissing').max(1000, wrong)

const next = z.string().max(2000).optional()

export const SignIn = z.object({
  email,
  password: givenPassword('accounts:error.wrong'),
  next,
})

/** Six digits; blanks and dashes in what was pasted do not count. */
const sixDigits = z
  .string('accounts:error.codeMissing')
  .transform((typed) => tidied(typed).replace(/[\s\p{Pd}]/gu, ''))
  .pipe(
    z
      .string()
      .min(1, { error: 'accounts:error.codeMissing', abort: true })
      .regex(/^\d{6}$/, 'accounts:error.codeShape'),
  )

const recoveryCode = z
  .string('accounts:error.recoveryCodeMissing')
  .max(100, 'accounts:error.recoveryCodeWrong')
  .transform(tidied)
  .pipe(z.string().min(1, 'accounts:error.recoveryCodeMissing'))

/** The second step of a sign-in, by the app or by a recovery code. */
export const CodeStep = z.object({ secondFactorCode: sixDigits, next })
export const RecoveryStep = z.object({ recoveryCode, next })

export const ForgottenPassword = z.object({ email })

export const NewPassword = z.object({ token: z.string('accounts:error.linkUsed').max(200), password: typedPassword })

const currentPassword = givenPassword('accounts:error.currentPassword')

export const ChangePassword = z.object({ currentPassword, password: typedPassword })

export const ProposeSecondFactor = z.object({ currentPassword: z.string().max(1000).optional() })
export const ConfirmSecondFactor = z.object({ secondFactorCode: sixDigits })
/** Something important, for which the password is asked once more. */
export const WithPassword = z.object({ currentPassword })
/** An administrator's own password and code, before a colleague's second factor is taken away. */
export const ResetSecondFactor = z.object({ currentPassword, secondFactorCode: sixDigits })

/** A browser's answer about a passkey, in JSON. What is in it is judged by its signature; here only its shape. */
const passkeyReply = z
  .string('accounts:error.passkeyRefused')
  .max(20_000, 'accounts:error.passkeyRefused')
  .transform((text, check) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      check.addIssue('accounts:error.passkeyRefused')
      return z.NEVER
    }
  })
  .pipe(
    z.looseObject(
      { id: z.string().max(2000), response: z.looseObject({ clientDataJSON: z.string() }) },
      'accounts:error.passkeyRefused',
    ),
  )

const passkeyName = typedLine(60, { missing: 'accounts:error.nameMissing', tooLong: 'accounts:error.nameLong' })

export const PasskeySignIn = z.object({ passkeyReply, next })
export const BeginPasskey = z.object({ currentPassword })
export const AddPasskey = z.object({
  currentPassword,
  name: z
    .string()
    .optional()
    .transform((typed) => typed?.trim() || undefined)
    .pipe(passkeyName.optional()),
  /** Left out by a browser whose request for a challenge was refused: the form then says why. */
  passkeyReply: z
    .string()
    .optional()
    .transform((text) => text || undefined)
    .pipe(passkeyReply.optional()),
})
export const RenamePasskey = z.object({ passkeyId: z.string('common:error.invalid').max(100), name: passkeyName })
export const RemovePasskey = RenamePasskey.pick({ passkeyId: true })

export const RevokeSession = z.object({ sessionId: z.string('common:error.invalid').max(100) })

/** A form that is sent, and that is all it says. */
export const Nothing = z.object({})

export const SignOut = z.object({ everywhere: z.literal('yes').optional() })

export type SignIn = z.output<typeof SignIn>
export type SecondStep = z.output<typeof CodeStep> | z.output<typeof RecoveryStep>
export type PasskeySignIn = z.output<typeof PasskeySignIn>
export type AddPasskey = z.output<typeof AddPasskey>
export type RenamePasskey = z.output<typeof RenamePasskey>
export type ForgottenPassword = z.output<typeof ForgottenPassword>
export type NewPassword = z.output<typeof NewPassword>
export type ChangePassword = z.output<typeof ChangePassword>
export type ResetSecondFactor = z.output<typeof ResetSecondFactor>
export type ConfirmSecondFactor = z.output<typeof ConfirmSecondFactor>
