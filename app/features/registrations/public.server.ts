export { noteCorrection } from './note-correction.server.ts'
