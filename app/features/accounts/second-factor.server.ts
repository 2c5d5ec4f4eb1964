import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { PersonContext } from '#app/core/access/principal.ts'
