import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability'
import type { Principal } from './principal.ts'
import type { Action, Subject } from './subjects.ts'

export type Ability = MongoAbility<[Action, Subject]>
export type Allow = AbilityBuilder<Ability>['can']

/** One feature's answer to "who may do what", as data. */
export type Policy = (principal: Principal, allow: Allow) => void

/** Everything `principal` may do under `policies`; what no policy allows is refused. */
export function abilityOf(principal: Principal, policies: readonly Policy[]): Ability {
  const builder = new AbilityBuilder<Ability>(createMongoAbility)
  for (const policy of policies) policy(principal, builder.can)
  return builder.build()
}
