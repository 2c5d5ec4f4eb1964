import type { ReactNode } from 'react'

/** What is suggested beside a form; a person confirms it by sending the form as it stands. */
export interface Suggested {
  readonly id: string
  /** Goes through the form and back, so that what becomes of it is counted. */
  readonly sealed: string
  /** The suggestion and its reason in words. */
  readonly shown: ReactNode
}

/** What is suggested for an appeal. */
export interface SuggestedRouting {
  readonly category: Suggested | undefined
  readonly agency: Suggested | undefined
}
