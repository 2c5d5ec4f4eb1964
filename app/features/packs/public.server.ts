export { takenRows } from './taken-rows.server.ts'
