import { makeWorkerUtils } from 'graphile-worker'
import type { RegionalJob } from '#infra/worker/relay.ts'
import type { Tools } from './tools.ts'

/**
 * Has the worker carry into a region what became of the country's calendar while the region lay in a file or was silent: one
 * job a change, in their order, and each of them does nothing where it was done. How many were handed over.
 */
export async function catchUpCalendar(
  { installation, urls }: Pick<Tools, 'installation' | 'urls'>,
  slug: string,
): Promise<number> {
  const changes = await installation.database.withControl((db) =>
    db
      .selectFrom('calendarChange')
      .innerJoin('tenant', (join) => join.on('tenant.slug', '=', slug))
      .select(['calendarChange.id', 'calendarChange.state'])
      // What was applied before there was a region stood in its calendar from the first day.
      .where((where) =>
        where.or([
          where('calendarChange.state', '=', 'announced'),
          where.and([
            where('calendarChange.state', '=', 'applied'),
            where('calendarChange.appliedAt', '>', where.ref('tenant.createdAt')),
          ]),
        ]),
      )
      .orderBy('calendarChange.madeAt')
      .execute(),
  )
  if (changes.length === 0) return 0
  const jobs = await makeWorkerUtils({
    connectionString: urls.direct,
    schema: 'graphile_worker',
    noPreparedStatements: true,
  })
  try {
    for (const { id, state } of changes) {
      const event = { id, event: `countryCalendar.${state}`, subjectKind: 'calendarChange', subjectId: id, refs: {} }
      const job: RegionalJob = { region: slug, event }
      // One queue: a change that must wait for the one before it keeps back those after it.
      await jobs.addJob('reactInRegion', job, { jobKey: `catchUp:${id}:${slug}`, queueName: `catchUp:${slug}` })
    }
  } finally {
    await jobs.release()
  }
  return changes.length
}
