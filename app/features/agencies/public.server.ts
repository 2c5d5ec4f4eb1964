export { agencyNameRows, agencyRows } from './agency-rows.server.ts'
export { agencyNames, findAgency, findAssignableAgency, listAgencies } from './agencies.queries.server.ts'
