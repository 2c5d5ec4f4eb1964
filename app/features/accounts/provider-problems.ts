/** Why a sign-in by the akimat's provider came to nothing; the sign-in page has words for each. */
export const providerProblems = [
  /** It was begun in another browser, too long ago, or its answer was taken already. */
  'lost',
  /** The region has set another provider meanwhile. */
  'changed',
  'address',
  'unreachable',
  'noProvider',
  'denied',
  'failed',
  /** Nobody here is called so, and the region takes nobody in by itself. */
  'unknown',
  /** The provider does not vouch for the address. */
  'unverified',
  /** The account of the address is somebody else's at the provider. */
  'otherPerson',
  'retired',
  /** The provider gives no role that is one here. */
  'noRole',
] as const

export type ProviderProblem = (typeof providerProblems)[number]

/** Thrown inside a sign-in by the provider; nobody comes in. */
export class NotLetIn extends Error {
  override readonly name = 'NotLetIn'
  readonly problem: ProviderProblem
  constructor(problem: ProviderProblem, options?: ErrorOptions) {
    super(`Not let in: ${problem}`, options)
    this.problem = problem
  }
}
