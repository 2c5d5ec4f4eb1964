export { appealAllows, legalKinds, typedNumber } from './appeal.ts'
export { appealFields, intents } from './appeal-fields.ts'
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
export { counterReceiptResponse, receiptFile } from './receipt-file.server.ts'
export { SubmitAppeal } from './appeals.schema.ts'
export { addInformationRow } from './add-information.server.ts'
export { appealLink } from './appeal-link.server.ts'
export { getAppeal, mustBeFresh, type AppealRow } from './appeals.queries.server.ts'
export { applicantColumns, channelsText, type Applicant } from './applicant.ts'
export { applicantRow } from './applicant-row.ts'
export { touchAppeal } from './touch-appeal.server.ts'
export { mustBeOpenToPerson } from './must-be-open.server.ts'
export { reviseAppeal, type Revision, type RevisedField } from './revise-appeal.server.ts'
export { channelsOf } from './recipients.queries.server.ts'
export { acceptAppeal, findSubmission } from './accept-appeal.server.ts'
export { submitAppeal } from './submit-appeal.server.ts'
export { moveDeadlines } from './move-deadlines.server.ts'
export { previewMoves, type MoveCounts } from './preview-moves.queries.server.ts'
