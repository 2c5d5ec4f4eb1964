import type { TenantDb } from '#db/connect.ts'
import type { TermKind } from '#db/schema/retention.ts'
import type { LegalKind } from '#db/schema/vocabulary.ts'
import { legalKinds } from '#app/features/appeals/public.server.ts'

/** Before which moment an appeal of each legal kind is over its term. */
export type AppealCuts = readonly (readonly [LegalKind, Date])[]

export const appealCuts = (cuts: ReadonlyMap<TermKind, Date>): AppealCuts =>
  legalKinds.flatMap((kind) => {
    const cut = cuts.get(kind)
    return cut ? [[kind, cut] as const] : []
  })

/** Closed before its moment, and so is the appeal that goes on in its place. */
const closedBefore = (db: TenantDb, cuts: AppealCuts) =>
  db
    .selectFrom('appeal')
    .where((is) =>
      is.or(cuts.map(([kind, cut]) => is.and([is('appeal.legalKind', '=', kind), is('appeal.closedAt', '<', cut)]))),
    )
    .where((is) =>
      is.or([
        is('appeal.mergedInto', 'is', null),
        is.exists(
          is
            .selectFrom('appeal as whole')
            .select('whole.id')
            .whereRef('whole.id', '=', 'appeal.mergedInto')
            .where('whole.closedAt', '<', earliest(cuts)),
        ),
      ]),
    )

const earliest = (cuts: AppealCuts) => new Date(Math.min(...cuts.map(([, cut]) => cut.getTime())))

/** Appeals over their term of whose people one at least was not emptied yet. */
export const appealsOver = (db: TenantDb, cuts: AppealCuts) =>
  closedBefore(db, cuts).where((is) =>
    is.or([
      is.not(
        is.exists(
          is
            .selectFrom('erasure')
            .select('erasure.applicantId')
            .whereRef('erasure.applicantId', '=', 'appeal.applicantId'),
        ),
      ),
      is.exists(
        is
          .selectFrom('cosigner')
          .leftJoin('erasure as ofSigner', 'ofSigner.applicantId', 'cosigner.applicantId')
          .select('cosigner.id')
          .whereRef('cosigner.appealId', '=', 'appeal.id')
          .where('ofSigner.applicantId', 'is', null),
      ),
    ]),
  )

/** Appeals closed so long ago that their files go, of which one at least is there. */
export const appealsWithOldFiles = (db: TenantDb, cut: Date) =>
  closedBefore(
    db,
    legalKinds.map((kind) => [kind, cut] as const),
  ).where((is) =>
    is.exists(
      is
        .selectFrom('attachment')
        .select('attachment.id')
        .whereRef('attachment.appealId', '=', 'appeal.id')
        .where('attachment.state', '=', 'kept'),
    ),
  )
