export { roleRows } from './role-rows.server.ts'
export { findSeeing } from './seeing.server.ts'
export { permissionsHere, rolesHavingHere } from './variations.queries.server.ts'
