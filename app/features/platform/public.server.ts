export { addPlatformPerson } from './add-platform-person.server.ts'
export { findPlatformPrincipal } from './platform.queries.server.ts'
export { beginSetup, noteFailure, noteStep } from './setup-steps.server.ts'
export { measureRegion, noteVital, readSteps } from './vitals.server.ts'
