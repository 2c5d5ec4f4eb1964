import { createHash } from 'node:crypto'
import type { RolePermissionRow } from './role-rows.server.ts'

/** What a role's page was made from: a form made from anything else is out of date. */
export const markOf = (rows: readonly Pick<RolePermissionRow, 'permission' | 'granted'>[]): string =>
  createHash('sha256')
    .update(JSON.stringify(rows.map(({ permission, granted }) => [permission, granted]).toSorted()))
    .digest('base64url')
    .slice(0, 16)
