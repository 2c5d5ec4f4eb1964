import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { Scan, Verdict } from '#app/integrations/antivirus/clamd.server.ts'

const scanOf = { clean: 'clean', infected: 'infected', tooLarge: 'unscannable' } as const

/**
 * Has a file looked into for viruses and notes what was found; an infected one is removed, its row stays so that people
 * can be told. For the worker, in nobody's name; doing it again changes nothing. Throws what `scan` throws, and the file
 * stays unscanned.
 */
export async function scanAttachment(ctx: TenantContext, id: string, scan: Scan): Promise<void> {
  const before = await stateOf(ctx, id)
  if (before === 'unscanned') {
    const verdict = await look(ctx, id, scan)
    if (verdict) await inTransaction(ctx, (ctx) => judge(ctx, id, verdict))
  }
  // The row first: a file whose removal was cut off is removed when the job comes again.
  if ((await stateOf(ctx, id)) === 'removed') await ctx.files.remove(id)
}

/** Ids of files of the region that wait for a scanner, the oldest first, at most `most`. */
export async function listUnscanned({ db }: TenantContext, before: Date, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('attachment')
    .select('id')
    .where('scan', '=', 'unscanned')
    .where('state', '=', 'kept')
    .where('createdAt', '<', before)
    .orderBy('createdAt')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

async function stateOf({ db }: TenantContext, id: string): Promise<'unscanned' | 'removed' | 'settled'> {
  const row = await db.selectFrom('attachment').select(['scan', 'state']).where('id', '=', id).executeTakeFirst()
  if (row?.state === 'removed') return 'removed'
  return row?.state === 'kept' && row.scan === 'unscanned' ? 'unscanned' : 'settled'
}

/** What the scanner says; undefined where the file was taken out meanwhile. */
async function look(ctx: TenantContext, id: string, scan: Scan): Promise<Verdict | undefined> {
  const content = await ctx.files.read(id).catch((error: unknown) => {
    if (error instanceof NotFound) return undefined
    throw error
  })
  return content && scan(content)
}

async function judge(ctx: TenantContext, id: string, verdict: Verdict): Promise<void> {
  const judged = await ctx.db
    .updateTable('attachment')
    .set({ scan: scanOf[verdict.kind], scannedAt: ctx.clock.now() })
    .$if(verdict.kind === 'infected', (query) =>
      query.set({ state: 'removed', publishable: false, threat: verdict.kind === 'infected' ? verdict.threat : null }),
    )
    .where('id', '=', id)
    .where('scan', '=', 'unscanned')
    .where('state', '=', 'kept')
    .returning(['appealId', 'draftId'])
    .executeTakeFirst()
  if (!judged) return
  const { appealId, draftId } = judged
  await record(ctx, {
    event: verdict.kind === 'infected' ? 'attachment.infected' : 'attachment.scanned',
    subjectKind: 'attachment',
    subjectId: id,
    fields: verdict.kind === 'infected' ? ['scan', 'state', 'threat'] : ['scan'],
    refs: { ...(appealId && { appealId }), ...(draftId && { draftId }) },
  })
}
