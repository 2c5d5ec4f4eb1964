export { interpreterRows } from './interpreter-rows.server.ts'
