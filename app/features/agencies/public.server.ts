export {
  agencyDirectory,
  agencyNames,
  findAgency,
  findAssignableAgency,
  findForwardableAgency,
  listAgencies,
} from './agencies.queries.server.ts'
export { agencyNameRows, agencyRows } from './agency-rows.server.ts'
