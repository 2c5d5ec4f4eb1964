export { appealAllows, legalKinds, typedNumber } from './appeal.ts'
export { appealLink } from './appeal-link.server.ts'
export { getAppeal, getAppealDetails, mustBeFresh, type AppealRow } from './appeals.queries.server.ts'
export { deadlineLines } from './deadline-lines.ts'
export { getDeskAppeal, type DeskAppeal } from './desk-appeal.queries.server.ts'
export { explainClocks } from './explain-clocks.server.ts'
export { appealFields } from './appeal-fields.ts'
export {
  answerLetter,
  infectedFileLetter,
  postponedLetter,
  receiptLetter,
  whatLettersName,
  withdrawalLetter,
} from './appeal-mails.server.ts'
export { forwardedLetter, shareLinkLetter, splitLetter } from './share-mails.server.ts'
export { appealSms, type SmsKind } from './appeal-sms.server.ts'
export { receiptFile } from './receipt-file.server.ts'
export { SubmitAppeal } from './appeals.schema.ts'
export { channelsOf, getRecipients } from './recipients.queries.server.ts'
export { acceptAppeal, findSubmission } from './accept-appeal.server.ts'
export { submitAppeal } from './submit-appeal.server.ts'
export { giveExternalRef } from './give-external-ref.server.ts'
export { awaitReopening, leaveAnswered, takeUpAgain } from './reopen-appeal.server.ts'
export { moveDeadlines } from './move-deadlines.server.ts'
export { previewMoves, type MoveCounts } from './preview-moves.queries.server.ts'
