export { daysBetween } from './calendar.ts'
export { deadlineOf, dueFrom, getForwardDay, getTermBook } from './calendars.queries.server.ts'
