import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { remembered } from '#app/core/memory.server.ts'

/** Every template in use, in the region's order, for who answers many appeals at once; none for who writes no answers. */
export async function offeredTemplates(ctx: TenantContext) {
  if (!ctx.ability.can('read', 'AnswerTemplate')) return []
  return remembered(ctx, 'templates', (db) =>
    db
      .selectFrom('answerTemplate')
      .select(['id', 'name', 'language'])
      .where('retiredAt', 'is', null)
      .orderBy('position')
      .orderBy('id')
      .execute(),
  )
}

/** One of them with its text. Throws NotFound for a retired or an unknown one. */
export async function findTemplate({ db, ability }: TenantContext, id: string) {
  const template = await db
    .selectFrom('answerTemplate')
    .select(['id', 'name', 'language', 'text'])
    .where('id', '=', id)
    .where('retiredAt', 'is', null)
    .where(accessible(ability, 'read', 'AnswerTemplate'))
    .executeTakeFirst()
  if (!template) throw new NotFound('AnswerTemplate')
  return template
}
