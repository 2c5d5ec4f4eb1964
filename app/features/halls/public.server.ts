export { listHalls } from './halls.queries.server.ts'
export { listVisitableHalls } from './visitable-halls.queries.server.ts'
