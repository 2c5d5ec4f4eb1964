import type { TenantContext } from '#app/core/context.ts'
import { stepAt, type Merger, type Step } from './timeline.ts'

/** How an appeal was merged with others, as its people may know it; oldest first. */
export async function listMergers(ctx: TenantContext, appealId: string): Promise<Merger[]> {
  const rows = (await relationsOf(ctx, appealId)).filter(({ kind }) => kind === 'merged')
  return rows.flatMap(({ id, appealId: mergedId, madeAt, endedAt, number }): Merger[] => {
    const isOwn = mergedId === appealId
    return [
      { id, event: isOwn ? 'merged' : 'absorbed', at: madeAt, number },
      ...(isOwn && endedAt ? [{ id: `${id}-ended`, event: 'unmerged' as const, at: endedAt, number }] : []),
    ]
  })
}

/** Who signed an appeal and who left, and what it had to do with others; for colleagues alone, oldest first of each. */
export async function listPeopleSteps(ctx: TenantContext, appealId: string, timeZone: string): Promise<Step[]> {
  const cosigners = await ctx.db
    .selectFrom('cosigner')
    .innerJoin('applicant', 'applicant.id', 'cosigner.applicantId')
    .leftJoin('staffMember as adder', 'adder.id', 'cosigner.addedBy')
    .leftJoin('staffMember as remover', 'remover.id', 'cosigner.leftBy')
    .select(['cosigner.id', 'cosigner.createdAt', 'cosigner.leftAt', 'cosigner.leftReason', 'applicant.fullName'])
    .select(['adder.fullName as addedBy', 'remover.fullName as leftBy'])
    .where('cosigner.appealId', '=', appealId)
    .orderBy('cosigner.id')
    .execute()
  const step = (id: string, event: Step['event'], at: Date, by: string | null, note: string): Step => ({
    id,
    event,
    at: stepAt(at, timeZone),
    agency: '',
    withdrawn: false,
    by: by ?? '',
    note,
  })
  const relations = await relationsOf(ctx, appealId)
  return [
    ...cosigners.flatMap(({ id, createdAt, leftAt, leftReason, fullName, addedBy, leftBy }) => [
      step(id, 'cosignerAdded', createdAt, addedBy, fullName),
      ...(leftAt
        ? [step(`${id}-left`, 'cosignerLeft', leftAt, leftBy, [fullName, leftReason].filter(Boolean).join('\n'))]
        : []),
    ]),
    ...relations.flatMap(
      ({ id, kind, appealId: fromId, number, madeAt, madeBy, reason, endedAt, endedBy, endReason }) => {
        const words = (said: string) => [number, said].filter(Boolean).join('\n')
        const [made, ended] =
          kind !== 'merged'
            ? (['linked', 'unlinked'] as const)
            : fromId === appealId
              ? (['mergedBy', 'unmergedBy'] as const)
              : (['absorbedBy', 'released'] as const)
        return [
          step(`${id}-made`, made, madeAt, madeBy, words(reason)),
          ...(endedAt ? [step(`${id}-end`, ended, endedAt, endedBy, words(endReason))] : []),
        ]
      },
    ),
  ]
}

/** All that an appeal has or had to do with others, with the number of the other one. */
async function relationsOf({ db }: TenantContext, appealId: string) {
  const rows = await db
    .selectFrom('appealRelation')
    .innerJoin('staffMember as maker', 'maker.id', 'appealRelation.madeBy')
    .leftJoin('staffMember as ender', 'ender.id', 'appealRelation.endedBy')
    .select(['appealRelation.id', 'appealRelation.kind', 'appealRelation.appealId', 'appealRelation.otherId'])
    .select(['appealRelation.reason', 'appealRelation.madeAt', 'appealRelation.endedAt', 'appealRelation.endReason'])
    .select(['maker.fullName as madeBy', 'ender.fullName as endedBy'])
    .where((where) =>
      where.or([where('appealRelation.appealId', '=', appealId), where('appealRelation.otherId', '=', appealId)]),
    )
    .orderBy('appealRelation.id')
    .execute()
  if (rows.length === 0) return []
  const otherOf = (row: (typeof rows)[number]) => (row.appealId === appealId ? row.otherId : row.appealId)
  const others = await db.selectFrom('appeal').select(['id', 'number']).where('id', 'in', rows.map(otherOf)).execute()
  const numbers = new Map(others.map(({ id, number }) => [id, number ?? '']))
  return rows.map((row) => ({ ...row, number: numbers.get(otherOf(row)) ?? '' }))
}
