export { servedChannels } from './served-channels.queries.server.ts'
