import type { z } from 'zod'
import type { PackShape } from './pack-shape.ts'
import { legalKinds } from './values.ts'

type Path = readonly (string | number)[]
type Say = (message: string, path: Path) => void

/** What no single value can show: names that lead nowhere, doubles, a week that cannot be. */
export function checkPack(pack: PackShape, check: z.RefinementCtx): void {
  const say: Say = (message, path) => check.addIssue({ code: 'custom', message, path: [...path] })
  refuseDoubles(pack, say)
  refuseUnknownNames(pack, say)
  checkWeek(pack, say)
  for (const kind of legalKinds) {
    if (!pack.terms.some(({ legalKind }) => legalKind === kind)) say(`no term is for ${kind}`, ['terms'])
  }
  for (const meaning of ['solved', 'notSolved'] as const) {
    if (!pack.ratings.choices.some((choice) => choice.meaning === meaning))
      say(`no choice means ${meaning}`, ['ratings', 'choices'])
  }
  for (const [at, { words, places, ofCategory, language, weekdays, hours }] of pack.routingRules.entries()) {
    if (!(words || places || ofCategory || language || weekdays.length > 0 || hours))
      say('a rule asks something', ['routingRules', at])
  }
  for (const [at, { onSite, remote }] of pack.interpreters.entries()) {
    if (!onSite && !remote) say('neither on site nor remote', ['interpreters', at])
  }
}

/** Refuses the second of two that have the same key; `field` is where the key stands. */
function refuseSame<T>(items: readonly T[], keyOf: (item: T) => string, path: Path, field: Path, say: Say): void {
  const first = new Map<string, number>()
  for (const [at, item] of items.entries()) {
    const key = keyOf(item)
    const former = first.get(key)
    if (former === undefined) first.set(key, at)
    else say(`${key} stands at [${former}] already`, [...path, at, ...field])
  }
}

function refuseDoubles(pack: PackShape, say: Say): void {
  for (const list of ['agencies', 'categories', 'districts', 'halls', 'services', 'lifeSituations'] as const)
    refuseSame<{ slug: string }>(pack[list], ({ slug }) => slug, [list], ['slug'], say)
  for (const [at, { desks }] of pack.halls.entries())
    refuseSame(desks, ({ label }) => label, ['halls', at, 'desks'], ['label'], say)
  for (const [at, { queues }] of pack.halls.entries())
    refuseSame(queues, ({ letter }) => letter, ['halls', at, 'queues'], ['letter'], say)
  refuseSame(pack.priorityGroups, ({ name }) => name.kk, ['priorityGroups'], ['name', 'kk'], say)
  refuseSame(pack.hotlines, ({ number }) => number, ['hotlines'], ['number'], say)
  refuseSame(pack.terms, ({ legalKind, appliesFrom }) => `${legalKind} from ${appliesFrom}`, ['terms'], [], say)
  refuseSame(pack.forwardTerms, ({ appliesFrom }) => appliesFrom, ['forwardTerms'], ['appliesFrom'], say)
  refuseSame(pack.cureTerms, ({ appliesFrom }) => appliesFrom, ['cureTerms'], ['appliesFrom'], say)
  refuseSame(pack.roles, ({ role, permission }) => `${role} ${permission}`, ['roles'], ['permission'], say)
  refuseSame(pack.wording, ({ locale, namespace, key }) => `${locale} ${namespace}:${key}`, ['wording'], ['key'], say)
}

function refuseUnknownNames(pack: PackShape, say: Say): void {
  const agencies = new Set(pack.agencies.map(({ slug }) => slug))
  const categories = new Set(pack.categories.map(({ slug }) => slug))
  const agency = (slug: string, path: Path) => {
    if (!agencies.has(slug)) say(`no agency is called ${slug}`, path)
  }
  const category = (slug: string | undefined, path: Path) => {
    if (slug !== undefined && !categories.has(slug)) say(`no category is called ${slug}`, path)
  }
  for (const [at, item] of pack.categories.entries()) agency(item.agency, ['categories', at, 'agency'])
  for (const [at, { desks }] of pack.halls.entries())
    for (const [desk, item] of desks.entries()) agency(item.agency, ['halls', at, 'desks', desk, 'agency'])
  for (const [at, { queues }] of pack.halls.entries())
    for (const [queue, item] of queues.entries()) agency(item.agency, ['halls', at, 'queues', queue, 'agency'])
  for (const [at, item] of pack.routingRules.entries()) {
    agency(item.agency, ['routingRules', at, 'agency'])
    category(item.category, ['routingRules', at, 'category'])
    category(item.ofCategory, ['routingRules', at, 'ofCategory'])
  }
  for (const list of ['answerTemplates', 'lifeSituations'] as const)
    for (const [at, item] of pack[list].entries()) category(item.category, [list, at, 'category'])
}

/** Nobody works two intervals at once, and a region that never works can answer nobody. */
function checkWeek({ week }: PackShape, say: Say): void {
  if (Object.keys(week).length === 0) say('nobody works on any day', ['week'])
  for (const [day, intervals = []] of Object.entries(week)) {
    for (const [at, [from]] of intervals.entries()) {
      const before = intervals[at - 1]
      if (before && before[1] > from) say('it begins before the one above it ends', ['week', day, at])
    }
  }
}
