export { agencyNames, findAgency, findAssignableAgency, listAgencies } from './agencies.queries.server.ts'
