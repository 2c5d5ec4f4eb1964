export { agencyNames, findAssignableAgency, listAgencies } from './agencies.queries.server.ts'
