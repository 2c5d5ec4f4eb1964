export { deadlineOf, getPresent, getTermBook } from './calendars.queries.server.ts'
