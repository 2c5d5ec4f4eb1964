export { cancelCure } from './cancel-cure.server.ts'
export { cureLetter } from './cure-letter.server.ts'
export { lapseCures } from './lapse-cures.server.ts'
