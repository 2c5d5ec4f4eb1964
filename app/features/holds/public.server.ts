export { listHeld, type Held } from './held.queries.server.ts'
export { getHold } from './holds.queries.server.ts'
