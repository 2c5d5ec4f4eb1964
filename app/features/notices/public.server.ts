export { listNotices } from './notices.queries.server.ts'
export { deliverNotice, deliverSms } from './deliver-notice.server.ts'
export type { Event, Post } from './post.ts'
export { keepReceipt, keepSegments, noteReceipt } from './receipts.server.ts'
