export { removeErasedFiles } from './erase-applicant.server.ts'
