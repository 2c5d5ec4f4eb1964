export {
  agencyDirectory,
  agencyNames,
  findAnsweringAgency,
  findAgency,
  findAssignableAgency,
  findForwardableAgency,
  listAgencies,
  type AnsweringBody,
} from './agencies.queries.server.ts'
export { agencyNameRows, agencyRows } from './agency-rows.server.ts'
