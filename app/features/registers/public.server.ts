export { applyRegister } from './apply-register.server.ts'
