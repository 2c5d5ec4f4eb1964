/** What every page of a region shows of it, in the asker's language. It is public: it stands on the door of the hall. */
export interface Region {
  readonly name: string
  readonly centre: string
  readonly hotlines: readonly { readonly number: string; readonly kind: 'landline' | 'short' }[]
  /** Where its own emblem is; undefined where the house mark stands. */
  readonly emblem: string | undefined
  /** IANA name */
  readonly timeZone: string
  /** Since when residents may bring appeals; null while the region is being set up. */
  readonly liveAt: Date | null
}
