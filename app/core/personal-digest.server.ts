import { createHmac } from 'node:crypto'

/**
 * What the journal keeps of a personal value that went: it proves the value to who has it, and tells it to nobody who has
 * the database alone. `subjectId` is its salt: the same value of another row gives another digest.
 */
export function personalDigest(secret: string, subjectId: string, field: string, value: string): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify(['personal', subjectId, field, value]))
    .digest('base64url')
}
