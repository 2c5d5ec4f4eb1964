import type { TenantContext } from '#app/core/context.ts'

interface Named {
  readonly id: string
  readonly appealId: string
  readonly agencyId: string
  readonly number: string | null
}

/**
 * What a letter's file is called: an appeal may have several, of several bodies, and of one body more than one where it was
 * answered again. In ASCII, the same for ever.
 */
export async function letterName({ db }: TenantContext, { id, appealId, agencyId, number }: Named): Promise<string> {
  const { slug } = await db.selectFrom('agency').select('slug').where('id', '=', agencyId).executeTakeFirstOrThrow()
  const { place } = await db
    .selectFrom('answerLetter')
    .select((row) => row.fn.countAll<string>().as('place'))
    .where('appealId', '=', appealId)
    .where('id', '<=', id)
    .executeTakeFirstOrThrow()
  return `answer-${number ?? ''}-${place}-${slug}.pdf`
}
