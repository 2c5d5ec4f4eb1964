export { hotlineRows } from './hotline-rows.server.ts'
