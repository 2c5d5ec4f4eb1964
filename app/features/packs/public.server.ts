export { packToReplicate } from './pack-of.queries.server.ts'
export { takenRows } from './taken-rows.server.ts'
