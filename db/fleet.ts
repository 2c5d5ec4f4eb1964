/** What the ledger says of all regions at once. */
import type pg from 'pg'
import { markOf } from './migrate.ts'
import { migrations, type Migration } from './migrations/index.ts'
import type { TenantShadow } from './names.ts'

/** A region of the directory. */
export interface FleetRegion extends TenantShadow {
  readonly slug: string
}

/**
 * Regions of the directory that lack a step or their role, by slug: one statement however many there are. The ledger's lines are
 * counted only where the mark says something else. A step that an older version of the product does not know yet is nobody's
 * lack.
 */
export async function findBehind(
  client: pg.Client,
  steps: readonly Migration[] = migrations.tenant,
): Promise<FleetRegion[]> {
  const { rows } = await client.query<FleetRegion>(
    `select t.slug, t.schema_name as schema, t.role_name as role
       from control.tenant t
       left join control.migration_mark m on m.scope = t.schema_name
      where case when m.steps = $3 then false
          else (select count(*) from control.migration_ledger l where l.scope = t.schema_name and l.name = any($1)) < $2 end
        or not exists (select from pg_roles r where r.rolname = t.role_name)
      order by t.slug`,
    [steps.map(({ name }) => name), steps.length, markOf(steps)],
  )
  return rows
}

/** What does not fit together: by whom, and what. */
export interface Misfit {
  readonly region: string
  readonly what: 'noSchema' | 'noDirectoryLine' | 'noHost' | 'unknownStep'
}

/** Looks for what no run of ours should leave behind: directory and schemas that do not belong together. */
export async function findMisfits(
  client: pg.Client,
  steps: readonly Migration[] = migrations.tenant,
): Promise<Misfit[]> {
  const { rows } = await client.query<Misfit>(
    `select slug as region, 'noSchema' as what from control.tenant
        where not exists (select from pg_namespace where nspname = schema_name)
      union all
      select nspname::text, 'noDirectoryLine' from pg_namespace
        where nspname like 't\\_%' and not exists (select from control.tenant where schema_name = nspname)
      union all
      select slug, 'noHost' from control.tenant t
        where status <> 'archived' and not exists (select from control.tenant_host h where h.slug = t.slug)
      union all
      select distinct slug, 'unknownStep' from control.tenant
        join control.migration_ledger l on l.scope = schema_name and l.name <> all($1)
      order by 1, 2`,
    [steps.map(({ name }) => name)],
  )
  return rows
}
