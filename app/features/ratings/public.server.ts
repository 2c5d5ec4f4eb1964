export { choiceRows } from './choice-rows.server.ts'
export { moveReopenings } from './move-reopenings.server.ts'
export { reopeningLetter } from './reopening-mails.server.ts'
