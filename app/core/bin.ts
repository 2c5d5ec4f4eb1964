import { controlDigit } from './iin.ts'

export type BinProblem = 'digits' | 'kind' | 'control'

/**
 * What is wrong with a business identification number; undefined when nothing is. Twelve digits: year and month of
 * registration, kind of organisation (4 or more; less would be a day, and the number an IIN), serial, control digit.
 */
export function binProblem(bin: string): BinProblem | undefined {
  if (!/^\d{12}$/.test(bin)) return 'digits'
  if (Number(bin.charAt(4)) < 4) return 'kind'
  const digits = [...bin].map(Number)
  return controlDigit(digits) === digits[11] ? undefined : 'control'
}
