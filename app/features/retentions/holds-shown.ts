/** A hold as the page of terms tells of it. */
export interface StandingHold {
  readonly id: string
  readonly number: string
  readonly reason: string
  readonly by: string
  readonly since: string
}
