export { resetLetter } from './account-mails.server.ts'
export { noteReset } from './note-reset.server.ts'
