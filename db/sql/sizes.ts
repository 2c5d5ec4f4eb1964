import { sql, type RawBuilder } from 'kysely'

/** The bytes that the tables of the door's own schema take on the disk, with their indexes and long values. */
export const schemaBytes = (): RawBuilder<number> => sql<number>`(
  select coalesce(sum(pg_total_relation_size(c.oid)), 0)::double precision
    from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r')`
