export { legalKinds, typedNumber } from './appeal.ts'
export { appealFields, intents } from './appeal-fields.ts'
export {
  answerLetter,
  infectedFileLetter,
  postponedLetter,
  receiptLetter,
  withdrawalLetter,
} from './appeal-mails.server.ts'
export { forwardedLetter, shareLinkLetter, splitLetter } from './share-mails.server.ts'
export { appealSms, type SmsKind } from './appeal-sms.server.ts'
export { counterReceiptResponse, receiptFile } from './receipt-file.server.ts'
export { SubmitAppeal } from './appeals.schema.ts'
export { channelsText } from './applicant.ts'
export { channelsOf } from './recipients.queries.server.ts'
export { acceptAppeal, findSubmission } from './accept-appeal.server.ts'
export { submitAppeal } from './submit-appeal.server.ts'
export { moveDeadlines } from './move-deadlines.server.ts'
export { previewMoves, type MoveCounts } from './preview-moves.queries.server.ts'
