export { keepChoice } from './keep-choice.server.ts'
export { hasLearntRouting, learnRouting } from './learn-routing.server.ts'
export { routingRuleRows } from './rule-rows.server.ts'
