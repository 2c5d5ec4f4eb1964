import type { SubmitAppeal } from './appeals.schema.ts'
import type { Applicant } from './applicant.ts'

type Of<Input, Fields extends PropertyKey> = Input extends unknown ? Pick<Input, Extract<keyof Input, Fields>> : never

/** Who brings an appeal, as any channel says it: what that kind of applicant has. */
export type Identity = Of<SubmitAppeal, keyof Applicant>

const nobody: Omit<Applicant, 'kind'> = {
  fullName: '',
  iin: null,
  bin: null,
  organisationName: null,
  representedName: null,
  basis: null,
  country: null,
  address: '',
  email: null,
  phone: null,
}

/** The applicant's row: what the kind of applicant has, and null for the rest. */
export function applicantRow(input: Identity): Applicant {
  if (input.kind === 'anonymous') return { ...nobody, kind: input.kind }
  const { kind, fullName, address, email, phone } = input
  const own =
    kind === 'organisation'
      ? { organisationName: input.organisationName, bin: input.bin }
      : kind === 'representative'
        ? { iin: input.iin, representedName: input.representedName, basis: input.basis }
        : kind === 'guest'
          ? { country: input.country }
          : { iin: input.iin }
  return { ...nobody, kind, fullName, address, email, phone, ...own }
}
