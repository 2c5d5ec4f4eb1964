import type { AnswerChannel, ApplicantKind } from '#db/schema/vocabulary.ts'

/** Who brought an appeal, as its row says. */
export interface Applicant {
  readonly kind: ApplicantKind
  readonly fullName: string
  readonly iin: string | null
  readonly bin: string | null
  readonly organisationName: string | null
  readonly representedName: string | null
  readonly basis: string | null
  readonly country: string | null
  readonly address: string
  readonly email: string | null
  readonly phone: string | null
}

/** The columns of `applicant` that make one. */
export const applicantColumns = [
  'kind',
  'fullName',
  'iin',
  'bin',
  'organisationName',
  'representedName',
  'basis',
  'country',
  'address',
  'email',
  'phone',
] as const satisfies readonly (keyof Applicant)[]

/** Whose appeal it is in one line: an organisation's before its writer's; `unnamed` where nobody is named. */
export function applicantName(
  { organisationName, fullName }: Pick<Applicant, 'organisationName' | 'fullName'>,
  unnamed: string,
): string {
  return [organisationName, fullName].filter(Boolean).join(', ') || unnamed
}

/** What stands of an applicant, by the key of its term under `appeals:applicant`; what was not given is left out. */
export function applicantFacts(applicant: Applicant): { term: ApplicantTerm; value: string }[] {
  const facts = [
    { term: 'organisationName', value: applicant.organisationName },
    { term: 'bin', value: applicant.bin },
    { term: 'name', value: applicant.fullName },
    { term: 'iin', value: applicant.iin },
    { term: 'represented', value: applicant.representedName },
    { term: 'basis', value: applicant.basis },
    { term: 'country', value: applicant.country },
    { term: 'address', value: applicant.address },
    { term: 'email', value: applicant.email },
    { term: 'phone', value: applicant.phone },
  ] as const
  return facts.flatMap(({ term, value }) => (value ? [{ term, value }] : []))
}

type ApplicantTerm =
  | 'organisationName'
  | 'bin'
  | 'name'
  | 'iin'
  | 'represented'
  | 'basis'
  | 'country'
  | 'address'
  | 'email'
  | 'phone'

/** Where an appeal is about, in one text; empty where it is about no place. */
export function placeText(appeal: {
  readonly placeAddress: string | null
  readonly placeLandmark: string | null
  readonly placeLat: number | null
  readonly placeLon: number | null
}): string {
  const point = appeal.placeLat === null ? null : `${appeal.placeLat}, ${appeal.placeLon}`
  return [appeal.placeAddress, appeal.placeLandmark, point].filter(Boolean).join('\n')
}

/** How the person wants to be answered, each in its words. */
export const channelsText = (channels: readonly AnswerChannel[], words: (channel: AnswerChannel) => string): string =>
  channels.map(words).join(', ')
