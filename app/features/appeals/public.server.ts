export { typedNumber } from './appeal.ts'
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
export { getAppeal } from './appeals.queries.server.ts'
export { DraftAnswer, SubmitAppeal } from './appeals.schema.ts'
export type { Done } from './done.ts'
export { draftAnswer } from './draft-answer.server.ts'
export { backTo } from './place.server.ts'
export { isLive } from './share.ts'
export { findOwnShare, getShares } from './shares.queries.server.ts'
export { channelsOf } from './recipients.queries.server.ts'
export { findSubmission, submitAppeal } from './submit-appeal.server.ts'
export { moveDeadlines } from './move-deadlines.server.ts'
export { previewMoves, type MoveCounts } from './preview-moves.queries.server.ts'
