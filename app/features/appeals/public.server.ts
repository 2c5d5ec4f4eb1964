export { typedNumber } from './appeal.ts'
export { appealFields } from './appeal-fields.ts'
export {
  answerLetter,
  forwardedLetter,
  infectedFileLetter,
  receiptLetter,
  withdrawalLetter,
} from './appeal-mails.server.ts'
export { SubmitAppeal } from './appeals.schema.ts'
export { findSubmission, submitAppeal } from './submit-appeal.server.ts'
