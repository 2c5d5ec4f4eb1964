export { newDeviceLetter, resetLetter } from './account-mails.server.ts'
export { noteReset } from './note-reset.server.ts'
export { findSignedIn } from './signed-in.queries.server.ts'
