export { chosenHost, findHost, isBrought, listDue, noteCheck } from './note-host.server.ts'
export { hostEvents } from './own-hosts.server.ts'
export { checkHost, leadsHere } from './prove-host.server.ts'
export { hostToken, tokenPath } from './token.server.ts'
