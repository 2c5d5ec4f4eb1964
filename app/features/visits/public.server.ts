export { endDays } from './end-day.server.ts'
