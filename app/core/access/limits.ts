/** What is counted: the number of tries a key has within a window of seconds. */
export const limitRules = {
  signInByAddress: { tries: 30, seconds: 900 },
  signInByAccount: { tries: 10, seconds: 900 },
  // Second steps of a sign-in: by account from one address; and by account alone, but only from browsers that have never
  // signed in to it. The owner's own browser is never counted there, so nobody can keep the owner out.
  codeByAccount: { tries: 10, seconds: 900 },
  codeByStranger: { tries: 30, seconds: 3600 },
  // Of a signed-in person's own password, asked again before something important.
  passwordBySession: { tries: 10, seconds: 900 },
  passkeyByAddress: { tries: 60, seconds: 900 },
  // Each asks somebody else's server for us.
  providerByAddress: { tries: 60, seconds: 900 },
  resetByAddress: { tries: 10, seconds: 3600 },
  resetByAccount: { tries: 5, seconds: 3600 },
  // So many receipts one address can send to one mailbox or telephone. Never by the recipient alone: a stranger could keep
  // the owner from filing, and refusing to accept is forbidden.
  filingByRecipient: { tries: 20, seconds: 3600 },
  // So many appeals can be begun from one address; many people share one, so it only keeps the table from being filled.
  draftByAddress: { tries: 120, seconds: 3600 },
  // By address alone: a count by number would let anybody lock a resident out. Eight characters of 32 make 10^12 codes,
  // so even a hundred thousand addresses that never rest need years for half of them.
  codeByAddress: { tries: 10, seconds: 900 },
  // Wrong codes of letters alone are counted; twelve characters of 32 leave nothing to try.
  verifyByAddress: { tries: 240, seconds: 3600 },
  // The same for the key in a link that a body without accounts was mailed; whom a hall's computer locks out are others.
  partByAddress: { tries: 10, seconds: 900 },
  // Forms with files. Behind one address may sit a whole hall, and each form brings what a region allows at most.
  uploadByAddress: { tries: 60, seconds: 900 },
  // Everything of a region in one file: the region's administrators together.
  takeoutByRegion: { tries: 3, seconds: 86_400 },
  // A page says every 20 seconds that it is open; several windows may, a script gone wild may not.
  presenceByStaff: { tries: 60, seconds: 60 },
} as const

export type LimitRule = keyof typeof limitRules

export interface Limits {
  /** Counts one try of `key` (no personal value: it is hashed before it is stored). Throws TooManyTries past the rule. */
  count(rule: LimitRule, key: string): Promise<void>
  /** Takes a counted try back: it was right, and only wrong ones count. */
  forgive(rule: LimitRule, key: string): Promise<void>
}
