import { uuidv7 } from 'uuidv7'

/** A new id: opaque text, made here and not by the database, roughly in order of time. */
export const newId = (): string => uuidv7()
