import { accountSafetyTables } from '../account-safety.ts'

export const statements: readonly string[] = accountSafetyTables
