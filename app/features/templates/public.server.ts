export { fillTemplate } from './fill-template.server.ts'
export { merged, unfilledIn, writtenFields } from './merge.ts'
export { findTemplate, offeredTemplates } from './offered-templates.queries.server.ts'
export { templateRows } from './template-rows.server.ts'
