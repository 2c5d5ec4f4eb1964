export { daysBetween } from './calendar.ts'
export { deadlineOf, dueFrom, getForwardDay, getPresent, getTermBook } from './calendars.queries.server.ts'
export { explainDeadline, type DeadlineExplained } from './explain-deadline.queries.server.ts'
