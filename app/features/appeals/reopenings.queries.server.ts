import type { TenantContext } from '#app/core/context.ts'

/** That a person asked for an answered appeal to be taken up again, or what became of it. */
export interface ReopeningStep {
  readonly id: string
  readonly event: 'reopenRequested' | 'reopened' | 'reopenDeclined'
  readonly at: Date
  /** The person's reason, or what the person was told. */
  readonly note: string
  /** Who decided. */
  readonly by?: string
}

/** Every wish to have an appeal reopened, and what was decided, oldest first; for who was shown the appeal already. */
export async function listReopenings({ db }: TenantContext, appealId: string): Promise<ReopeningStep[]> {
  const rows = await db
    .selectFrom('reopening')
    .leftJoin('staffMember', 'staffMember.id', 'reopening.decidedBy')
    .select(['reopening.id', 'reopening.reason', 'reopening.createdAt', 'reopening.decision'])
    .select(['reopening.decisionReason', 'reopening.decidedAt', 'staffMember.fullName'])
    .where('reopening.appealId', '=', appealId)
    .orderBy('reopening.id')
    .execute()
  return rows.flatMap(({ id, reason, createdAt, decision, decisionReason, decidedAt, fullName }) => [
    { id, event: 'reopenRequested' as const, at: createdAt, note: reason },
    ...(decision && decidedAt
      ? [
          {
            id: `${id}-decided`,
            event: decision === 'reopened' ? ('reopened' as const) : ('reopenDeclined' as const),
            at: decidedAt,
            note: decisionReason,
            by: fullName ?? '',
          },
        ]
      : []),
  ])
}
