export { keepChoice } from './keep-choice.server.ts'
export { hasLearntRouting, learnRouting } from './learn-routing.server.ts'
export { routingRuleRows } from './rule-rows.server.ts'
export { suggestRouting, type Reason } from './suggest.queries.server.ts'
