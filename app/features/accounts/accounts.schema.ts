import { z } from 'zod'
import { typedEmail, typedPassword } from '#app/core/typed-text.ts'

const email = typedEmail({ missing: 'accounts:error.emailMissing', invalid: 'accounts:error.emailInvalid' })

export const SignIn = z.object({
  email,
  // Any length: a rule of today must not lock out a password of yesterday.
  password: z
    .string('accounts:error.passwordMissing')
    .min(1, 'accounts:error.passwordMissing')
    .max(1000, 'accounts:error.wrong'),
  next: z.string().max(2000).optional(),
})

export const ForgottenPassword = z.object({ email })

export const NewPassword = z.object({ token: z.string('accounts:error.linkUsed').max(200), password: typedPassword })

export const SignOut = z.object({ everywhere: z.literal('yes').optional() })

export type SignIn = z.output<typeof SignIn>
export type ForgottenPassword = z.output<typeof ForgottenPassword>
export type NewPassword = z.output<typeof NewPassword>
