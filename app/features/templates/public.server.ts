export { unfilledIn } from './merge.ts'
export { templateRows } from './template-rows.server.ts'
