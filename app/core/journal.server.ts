import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { ActorKind, Facts } from '#db/schema/core.ts'
import type { Principal } from './access/principal.ts'
import type { AnyContext } from './context.ts'
import { newId } from './ids.ts'

/** Something that happened: ids and names of fields, never what a person wrote. */
export interface Happening {
  /** `noun.pastVerb` */
  readonly event: string
  readonly subjectKind: string
  readonly subjectId: string
  /** Names of the fields that were set. */
  readonly fields?: readonly string[]
  /** Ids of the other things that took part. */
  readonly refs?: Readonly<Record<string, string>>
  /** Impersonal values that national figures are made of; kept for ever, so that the figures can be made again. */
  readonly facts?: Facts
  /** Field to the salted hash of the personal value that stood there; only the journal keeps it. */
  readonly digests?: Readonly<Record<string, string>>
}

/** Writes what happened into the journal and the outbox; belongs in the command's own transaction. Returns the event's id. */
export async function record(ctx: AnyContext, happening: Happening): Promise<string> {
  if (ctx.write) throw new Error(`${happening.event} must be recorded in the transaction that does it`)
  const db = coreTablesOf(ctx.db)
  const { event, subjectKind, subjectId, fields = [], refs = {}, facts = {}, digests = {} } = happening
  const id = newId()
  const at = ctx.clock.now()
  await db
    .insertInto('journal')
    .values({
      id,
      occurredAt: at,
      ...actorOf(ctx.principal),
      event,
      subjectKind,
      subjectId,
      fields: [...fields],
      refs,
      facts,
      digests: { ...digests },
      requestId: ctx.requestId,
    })
    .execute()
  await db
    .insertInto('outbox')
    .values({ id, event, subjectKind, subjectId, refs, facts, createdAt: at, relayedAt: null })
    .execute()
  return id
}

function actorOf(principal: Principal): { actorKind: ActorKind; actorId: string | null } {
  if (principal.kind === 'staff' || principal.kind === 'platform') {
    return { actorKind: principal.kind, actorId: principal.id }
  }
  return { actorKind: principal.kind, actorId: null }
}
