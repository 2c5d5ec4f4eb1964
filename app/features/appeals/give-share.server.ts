import type { AnsweringBody } from '#app/features/agencies/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import type { ShareRole } from '#db/schema/vocabulary.ts'
import { sendLinkWhereNeeded } from './send-share-link.server.ts'

interface Share {
  readonly body: AnsweringBody
  readonly role: ShareRole
  /** What of the appeal is theirs; empty for all of it. */
  readonly part?: string
  /** YYYY-MM-DD */
  readonly dueOn: string
  readonly dueAt: Date
  /** Files of the person's that go along to a body that sees nothing else. */
  readonly files?: readonly string[]
}

/**
 * Gives one body its share of a locked appeal, inside the caller's transaction; `settleAppeal` follows. A body that is
 * forwarded to and has nobody who signs in here is sent a link. Returns the id of the share.
 */
export async function giveShare(ctx: TenantContext, appealId: string, share: Share): Promise<string> {
  const { body, role, part = '', dueOn, dueAt, files = [] } = share
  if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
  const { round } = await ctx.db
    .selectFrom('appeal')
    .select('round')
    .where('id', '=', appealId)
    .executeTakeFirstOrThrow()
  const id = newId()
  await ctx.db
    .insertInto('assignment')
    .values({
      id,
      kind: role === 'own' ? 'forwarded' : 'assigned',
      role,
      status: 'open',
      appealId,
      agencyId: body.id,
      round,
      part,
      steps: 0,
      assignedBy: ctx.principal.id,
      assignedAt: ctx.clock.now(),
      dueOn,
      dueAt,
      answeredAt: null,
      withdrawnAt: null,
    })
    .execute()
  await record(ctx, {
    event: 'share.given',
    subjectKind: 'share',
    subjectId: id,
    fields: part ? ['agencyId', 'role', 'part'] : ['agencyId', 'role'],
    refs: { appealId, agencyId: body.id },
    facts: { agency: body.slug, level: body.level, role },
  })
  if (role === 'own') {
    await sendAlong(ctx, appealId, id, files)
    await sendLinkWhereNeeded(ctx, { id, appealId, agencyId: body.id })
  }
  return id
}

/** Lets a body see these of the appeal's own files. Throws NotFound for one that is none of them. */
async function sendAlong({ db }: TenantContext, appealId: string, assignmentId: string, files: readonly string[]) {
  const wanted = [...new Set(files)]
  if (wanted.length === 0) return
  const known = await db
    .selectFrom('attachment')
    .select('id')
    .where('appealId', '=', appealId)
    .where('answerId', 'is', null)
    .where('state', '=', 'kept')
    .where('id', 'in', wanted)
    .execute()
  if (known.length < wanted.length) throw new NotFound('Attachment')
  await db
    .insertInto('shareFile')
    .values(known.map(({ id }) => ({ assignmentId, attachmentId: id })))
    .execute()
}
