export { roleRows } from './role-rows.server.ts'
export { permissionsHere, rolesHavingHere } from './variations.queries.server.ts'
