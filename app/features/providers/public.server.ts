export { providerRoleRows, providerRows } from './provider-rows.server.ts'
export {
  clientOf,
  findProvider,
  grantedBy,
  ownSignInAllowed,
  providerButton,
  standsForFactors,
} from './providers.queries.server.ts'
