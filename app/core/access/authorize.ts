import { ForbiddenError, subject } from '@casl/ability'
import type { Ability } from './policy.ts'
import type { Action, Subject, SubjectName } from './subjects.ts'

/** Throws CASL's ForbiddenError unless `ability` allows `action` on this row, or on the subject as such without one. */
export function authorize(ability: Ability, action: Action, name: SubjectName, row?: object): void {
  ForbiddenError.from(ability).throwUnlessCan(action, row ? subjectOf(name, row) : name)
}

/** Whether `ability` allows `action` on this row. */
export function may(ability: Ability, action: Action, name: SubjectName, row: object): boolean {
  return ability.can(action, subjectOf(name, row))
}

// CASL marks the object it is given; the copy keeps the caller's row clean.
const subjectOf = (name: SubjectName, row: object) => subject(name, { ...row }) as unknown as Subject
