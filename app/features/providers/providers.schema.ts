import { z } from 'zod'
import { changeForm, threeNames } from '#app/core/changes/changes.schema.ts'
import { tidied, typedLine } from '#app/core/typed-text.ts'

const tooLong = 'common:error.textLong'
const ticked = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes')

const words = (max: number) =>
  z
    .string()
    .default('')
    .transform((typed) =>
      tidied(typed)
        .split(/[\s,]+/)
        .filter(Boolean)
        .join(' '),
    )
    .pipe(z.string().max(max, tooLong))

export const ChangeProvider = z.object({
  ...changeForm,
  /** 0 where there is none yet. */
  version: z.coerce.number('common:error.invalid').int().min(0),
  enabled: ticked,
  ...threeNames,
  issuer: typedLine(500, { missing: 'providers:error.issuerMissing', tooLong }).pipe(
    z.url({ protocol: /^https?$/, error: 'providers:error.issuerAddress' }),
  ),
  clientId: typedLine(200, { missing: 'providers:error.clientMissing', tooLong }),
  clientSecret: z
    .string()
    .max(1000, tooLong)
    .optional()
    .transform((typed) => typed?.trim() || undefined),
  scopes: words(300),
  rolesClaim: typedLine(200, { missing: 'providers:error.claimMissing', tooLong }),
  unknownPeople: z.enum(['refuse', 'join'], 'common:error.invalid'),
  ownSignIn: ticked,
  trustsFactors: ticked,
  factorClasses: words(500),
})

export const AddProviderRole = z.object({
  ...changeForm,
  claimValue: typedLine(200, { missing: 'providers:error.wordMissing', tooLong }),
  role: z.string('providers:error.roleMissing').max(40, 'providers:error.roleMissing'),
  agencyId: z
    .string()
    .optional()
    .transform((id) => id || null),
})

export const DropProviderRole = z.object({ ...changeForm, providerRoleId: z.string('common:error.invalid').max(100) })

export type ChangeProvider = z.output<typeof ChangeProvider>
export type AddProviderRole = z.output<typeof AddProviderRole>
export type DropProviderRole = z.output<typeof DropProviderRole>
