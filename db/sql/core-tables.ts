import type { Kysely } from 'kysely'
import type { ControlDb, TenantDb } from '../connect.ts'
import type { CoreTables } from '../schema/core.ts'

/** The mechanisms' tables, which every tenant and `control` have alike, behind whichever door is open. */
export const coreTablesOf = (db: TenantDb | ControlDb): Kysely<CoreTables> => db as unknown as Kysely<CoreTables>
