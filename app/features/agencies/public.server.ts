export {
  agencyDirectory,
  agencyNames,
  findAgency,
  findAssignableAgency,
  findForwardableAgency,
  listAgencies,
} from './agencies.queries.server.ts'
