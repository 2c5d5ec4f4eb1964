export { deliverNotice, type Event, type Post } from './deliver-notice.server.ts'
