import { sql, type RawBuilder } from 'kysely'

/**
 * A jsonb column with `patch` laid over its top-level keys; keys that `patch` does not name stay as they are in the row,
 * so two writers of different keys lose nothing of each other. `column` is a name out of the code, never out of a request.
 */
export const patched = (column: string, patch: object): RawBuilder<unknown> =>
  sql`${sql.ref(column)} || ${JSON.stringify(patch)}::jsonb`
