export { getRegion, readWording } from './regions.queries.server.ts'
