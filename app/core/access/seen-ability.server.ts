import { createMongoAbility } from '@casl/ability'
import { isDeepStrictEqual } from 'node:util'
import type { Ability } from './policy.ts'
import type { Action, SubjectName } from './subjects.ts'

/**
 * What is asked of an appeal as such, to show a form or a list, before any row is read by it. Nothing may stand here by
 * which a page gives out rows without asking for each of them.
 */
const shownEmpty: Partial<Record<SubjectName, readonly Action[]>> = {
  Appeal: [
    ...(['read', 'note', 'classify', 'assign', 'forward', 'decide', 'draft', 'sign', 'contest', 'blackOut'] as const),
    ...(['register', 'create', 'correct', 'relate', 'cosign', 'reopen', 'askTranslation'] as const),
  ],
  Registration: ['read'],
  Act: ['draft', 'approve', 'sign', 'watch'],
  TranslationRequest: ['read', 'translate'],
}

interface OneRule {
  readonly action: Action
  readonly subject: SubjectName
  readonly conditions: unknown
}

/** Every rule on its own: one action on one subject. */
function rulesOf(ability: Ability): OneRule[] {
  return ability.rules.flatMap(({ action, subject, conditions }) =>
    [action]
      .flat()
      .flatMap((action) =>
        [subject].flat().map((subject) => ({ action, subject: subject as SubjectName, conditions })),
      ),
  )
}

/**
 * What somebody may who looks at the pages of another: what `theirs` and `own` have in common, and the frame of the rest,
 * in which no row is ever found. So nobody reads by it what they may not read themselves.
 */
export function seenAbility(theirs: Ability, own: Ability): Ability {
  const mine = rulesOf(own)
  const isMine = ({ action, subject, conditions }: OneRule) =>
    mine.some(
      (rule) =>
        rule.subject === subject &&
        // Whoever configures a thing sees it.
        (rule.action === action || (action === 'read' && rule.action === 'configure')) &&
        (!rule.conditions || isDeepStrictEqual(rule.conditions, conditions)),
    )
  const rules = rulesOf(theirs).flatMap((rule) => {
    if (isMine(rule)) return [rule]
    if (!shownEmpty[rule.subject]?.includes(rule.action)) return []
    return [{ ...rule, conditions: { id: { $in: [] } } }]
  })
  return createMongoAbility<Ability>(
    rules.map(({ action, subject, conditions }) => ({
      action,
      subject,
      ...(conditions ? { conditions: conditions as Record<string, unknown> } : {}),
    })),
  )
}
