import { deliveryColumns } from '../delivery.ts'

export const statements: readonly string[] = deliveryColumns
