export { answerLetter, receiptLetter, withdrawalLetter } from './appeal-mails.server.ts'
