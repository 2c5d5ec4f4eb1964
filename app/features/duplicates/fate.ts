export const fatePrefix = 'fate-'

/** The field that says what becomes of a share. */
export const fateField = (shareId: string) => `${fatePrefix}${shareId}`
