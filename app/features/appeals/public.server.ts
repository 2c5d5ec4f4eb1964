export { answerLetter, forwardedLetter, receiptLetter } from './appeal-mails.server.ts'
