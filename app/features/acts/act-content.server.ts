import type { SignedContent } from '#app/integrations/signature/signature.ts'
import type { ActRow } from './act-rows.queries.server.ts'

type Signed = Pick<
  ActRow,
  'kind' | 'ground' | 'text' | 'untilOn' | 'fromOn' | 'hearsAt' | 'place' | 'earlierAppealId' | 'endsActId'
>

/** What a signature of an act covers; a change of any of it shows. */
export const contentOf = (
  act: Signed,
  number: string,
  signer: Pick<SignedContent, 'signerName' | 'signerPost' | 'signedAt'>,
): SignedContent => ({
  parts: [
    number,
    act.kind,
    act.ground,
    act.text,
    act.untilOn ?? '',
    act.fromOn ?? '',
    act.hearsAt?.toISOString() ?? '',
    act.place ?? '',
    act.earlierAppealId ?? '',
    act.endsActId ?? '',
  ],
  ...signer,
})
