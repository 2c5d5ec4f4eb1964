export { listHalls } from './halls.queries.server.ts'
