export { draftAfresh, submitAfresh } from './answer-afresh.server.ts'
export { outcomes, typedNumber } from './appeal.ts'
export { seesAll } from './appeals.policy.ts'
export { getAppeal } from './appeals.queries.server.ts'
export { applicantName } from './applicant.ts'
export { assignAppeal } from './assign-appeal.server.ts'
export { listMentions } from './mentions.queries.server.ts'
export { toneOf } from './ui/status-tone.ts'
export { appealFields } from './appeal-fields.ts'
export {
  answerLetter,
  infectedFileLetter,
  postponedLetter,
  receiptLetter,
  withdrawalLetter,
} from './appeal-mails.server.ts'
export { forwardedLetter, shareLinkLetter, splitLetter } from './share-mails.server.ts'
export { appealSms, type SmsKind } from './appeal-sms.server.ts'
export { receiptFile } from './receipt-file.server.ts'
export { SubmitAppeal } from './appeals.schema.ts'
export { channelsOf } from './recipients.queries.server.ts'
export { findSubmission, submitAppeal } from './submit-appeal.server.ts'
export { moveDeadlines } from './move-deadlines.server.ts'
export { previewMoves, type MoveCounts } from './preview-moves.queries.server.ts'
