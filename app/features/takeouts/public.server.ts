export { beginTakeout, failTakeout, finishTakeout, noteTakeoutProgress } from './make-takeout.server.ts'
export { takeoutEvents } from './takeout.ts'
export { takeoutLetter } from './takeouts.queries.server.ts'
