import type { NoticeChannel } from '#db/schema/core.ts'
import type { TenantContext } from '#app/core/context.ts'
import { maskedEmail, maskedPhone } from '#app/core/masked.ts'
import { getAppeal } from './appeals.queries.server.ts'
import { listEverybody, type Person } from './people.queries.server.ts'
import { standingOf } from './standing.server.ts'

/** Somebody who was told of a subject, and whom each channel reaches, masked; empty where the address is gone. */
export type Told = Readonly<Record<NoticeChannel, string>> & {
  readonly subjectId: string
  /** As in `notice.recipientId`. */
  readonly recipientId: string
  /** Empty where there is only one. */
  readonly name: string
}

/**
 * Whose notices of an appeal the asker may see: colleagues everybody's, each person their own alone, with those of the appeal
 * that theirs was merged into. Throws NotFound for a stranger's appeal.
 */
export async function getRecipients(ctx: TenantContext, appealId: string): Promise<Told[]> {
  const appeal = await getAppeal(ctx, appealId, { action: ctx.principal.kind === 'resident' ? 'follow' : 'read' })
  const everybody = await listEverybody(ctx, appealId)
  if (ctx.principal.kind !== 'resident')
    return everybody.map((person) => toldOf(appealId, person, person.id, everybody.length > 1))
  const standing = await standingOf(ctx, appeal)
  if (standing.as === 'follower') return []
  const own = standing.as === 'applicant' ? '' : standing.cosigner.applicantId
  const me = everybody.find(({ id }) => id === own)
  if (!me) return []
  const whole = appeal.mergedInto ? [toldOf(appeal.mergedInto, me, own || appeal.applicantId, false)] : []
  return [toldOf(appealId, me, own, false), ...whole]
}

const toldOf = (subjectId: string, person: Person, recipientId: string, isNamed: boolean): Told => ({
  subjectId,
  recipientId,
  name: isNamed ? person.name : '',
  mail: person.email ? maskedEmail(person.email) : '',
  sms: person.phone ? maskedPhone(person.phone) : '',
})
