import { recipientColumns } from '../notice-recipient.ts'

export const statements: readonly string[] = recipientColumns
