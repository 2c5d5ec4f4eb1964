export { choiceRows } from './choice-rows.server.ts'
export { reopeningLetter } from './reopening-mails.server.ts'
