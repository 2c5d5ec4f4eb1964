export { deadlineOf, getTermBook } from './calendars.queries.server.ts'
