export { answerLetter, receiptLetter } from './appeal-mails.server.ts'
