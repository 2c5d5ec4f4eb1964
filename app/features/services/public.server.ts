export { priorityGroupRows, serviceRows } from './service-rows.server.ts'
export { findPriorityGroup, findService, listPriorityGroups, listServices } from './services.queries.server.ts'
