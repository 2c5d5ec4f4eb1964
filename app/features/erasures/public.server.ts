export { emptyApplicants } from './empty-applicants.server.ts'
export { removeErasedFiles } from './erase-applicant.server.ts'
