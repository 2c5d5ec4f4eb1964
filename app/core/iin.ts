export type IinProblem = 'digits' | 'date' | 'control'

const firstWeights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const secondWeights = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]

/** Centuries that the seventh digit stands for; 0 is a foreigner's and leaves it open. */
const centuries: Readonly<Record<string, readonly number[]>> = {
  1: [1800],
  2: [1800],
  3: [1900],
  4: [1900],
  5: [2000],
  6: [2000],
  0: [1900, 2000],
}

/**
 * What is wrong with an individual identification number; undefined when nothing is.
 * Twelve digits: birth date YYMMDD, century and sex, serial, control digit.
 */
export function iinProblem(iin: string): IinProblem | undefined {
  if (!/^\d{12}$/.test(iin)) return 'digits'
  const digits = [...iin].map(Number)
  const [year, month, day] = [iin.slice(0, 2), iin.slice(2, 4), iin.slice(4, 6)].map(Number) as [number, number, number]
  const isDate = (centuries[iin.charAt(6)] ?? []).some((century) => {
    const date = new Date(Date.UTC(century + year, month - 1, day))
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  })
  if (!isDate) return 'date'
  return controlDigit(digits) === digits[11] ? undefined : 'control'
}

/**
 * The control digit that the first eleven digits of an IIN or BIN ask for: their sum by weights mod 11, with a second row
 * of weights where that is 10. Ten comes back only where both rows give it: such a number is never issued.
 */
export function controlDigit(digits: readonly number[]): number {
  const sum = (weights: readonly number[]) =>
    weights.reduce((total, weight, position) => total + weight * (digits[position] ?? 0), 0) % 11
  const first = sum(firstWeights)
  return first === 10 ? sum(secondWeights) : first
}
