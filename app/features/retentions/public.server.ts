export { applyRetention } from './apply-retention.server.ts'
export { retentionTermRows } from './term-rows.server.ts'
export { cutsOf, listTerms } from './terms.queries.server.ts'
