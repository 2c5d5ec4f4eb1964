export { recipientColumns as statements } from '../notice-recipient.ts'
