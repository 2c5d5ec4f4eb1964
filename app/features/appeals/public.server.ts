export { appealFields } from './appeal-fields.ts'
export {
  answerLetter,
  forwardedLetter,
  postponedLetter,
  receiptLetter,
  withdrawalLetter,
} from './appeal-mails.server.ts'
export { SubmitAppeal } from './appeals.schema.ts'
export { findSubmission, submitAppeal } from './submit-appeal.server.ts'
export { moveDeadlines } from './move-deadlines.server.ts'
export { previewMoves, type MoveCounts } from './preview-moves.queries.server.ts'
