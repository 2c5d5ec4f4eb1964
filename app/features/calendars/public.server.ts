export { daysBetween } from './calendar.ts'
export {
  deadlineOf,
  dueFrom,
  getForwardDay,
  getPresent,
  getTermBook,
  type TermBook,
} from './calendars.queries.server.ts'
export { explainDeadline, type DeadlineExplained } from './explain-deadline.queries.server.ts'
export { dueAfter, innerDue, workingDaysUntil } from './share-terms.ts'
