export { applyFacts } from './apply-facts.server.ts'
export { countedEvents, type FactEvent } from './figure.ts'
export { replayFigures } from './replay-figures.server.ts'
