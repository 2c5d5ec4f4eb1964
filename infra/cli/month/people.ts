import { iinProblem } from '#app/core/iin.ts'
import type { Chance } from './chance.ts'
import stories from './stories.json' with { type: 'json' }

/** Somebody who does not exist: surnames are made of the words for "example" and "sample". */
export interface InventedPerson {
  readonly fullName: string
  /** Valid by its date and control digit, of an invented birth date. */
  readonly iin: string
}

/** A person as chance has it. */
export function inventPerson(chance: Chance): InventedPerson {
  const isWoman = chance.percent(58)
  const first = chance.pick(isWoman ? stories.people.female : stories.people.male)
  const stem = chance.pick(stories.people.surnameStem)
  return { fullName: `${stem}${isWoman ? 'а' : ''} ${first}`, iin: inventIin(chance, isWoman) }
}

/** Serial numbers that end in a control digit are tried until the number is one that could be issued. */
function inventIin(chance: Chance, isWoman: boolean): string {
  const year = chance.between(40, 105)
  const month = String(chance.between(1, 12)).padStart(2, '0')
  const day = String(chance.between(1, 28)).padStart(2, '0')
  const century = (year < 100 ? 3 : 5) + (isWoman ? 1 : 0)
  const born = `${String(year % 100).padStart(2, '0')}${month}${day}${century}`
  for (let serial = chance.between(0, 8999); ; serial += 1) {
    for (let control = 0; control <= 9; control += 1) {
      const iin = `${born}${String(serial % 10_000).padStart(4, '0')}${control}`
      if (iinProblem(iin) === undefined) return iin
    }
  }
}
