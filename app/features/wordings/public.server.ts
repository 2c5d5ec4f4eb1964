export { wordingRows } from './wording-rows.server.ts'
