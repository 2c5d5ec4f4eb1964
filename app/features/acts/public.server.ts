export { actLetter, endedShareLetter } from './act-mails.server.ts'
export { followTelling, watchNotices } from './telling.server.ts'
export { actWork } from './open-work.server.ts'
