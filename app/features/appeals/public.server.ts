export { absorbAppeal, releaseAppeal, type ShareFate } from './absorb-appeal.server.ts'
export { draftAfresh, submitAfresh } from './answer-afresh.server.ts'
export { appealAllows, outcomes, typedNumber } from './appeal.ts'
export { seesAll } from './appeals.policy.ts'
export { applicantName, placeText } from './applicant.ts'
export { addSigner, setFollowers } from './applicant-rows.server.ts'
export { getAppeal, getAppealDetails, mustBeFresh, type AppealRow } from './appeals.queries.server.ts'
export { assignAppeal } from './assign-appeal.server.ts'
export { clockActsOf } from './clock-acts.queries.server.ts'
export { endWhenNobodyIsLeft, lockWithWhole } from './leave-appeal.server.ts'
export { listMentions } from './mentions.queries.server.ts'
export { lockAppeals } from './lock-appeals.server.ts'
export { moveByAct } from './move-by-act.server.ts'
export { mustBeOpenToPerson } from './must-be-open.server.ts'
export { absorbedLetter, cosignedLetter, leftLetter, mergedLetter, unmergedLetter } from './people-mails.server.ts'
export { endAppeal, settleAppeal } from './settle-appeal.server.ts'
export { toneOf } from './ui/status-tone.ts'
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
export { backTo } from './place.server.ts'
export { appealSms, type SmsKind } from './appeal-sms.server.ts'
export { receiptFile } from './receipt-file.server.ts'
export { DraftAnswer, SubmitAppeal } from './appeals.schema.ts'
export type { Done } from './done.ts'
export { draftAnswer } from './draft-answer.server.ts'
export { channelsOf, listPeople, personOf, type Person } from './people.queries.server.ts'
export { findSubmission, submitAppeal } from './submit-appeal.server.ts'
export { answersPerson, isLive } from './share.ts'
export { findOwnShare, getShares, shareOf, type ShareRow } from './shares.queries.server.ts'
export { moveDeadlines } from './move-deadlines.server.ts'
export { previewMoves, type MoveCounts } from './preview-moves.queries.server.ts'
