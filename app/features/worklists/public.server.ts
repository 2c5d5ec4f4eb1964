export { learnWords } from './learn-words.server.ts'
