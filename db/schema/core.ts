import type { Generated } from 'kysely'

/** Impersonal values of an event: what national figures are made of. Never what a person wrote, is called or can be reached by. */
export type Facts = Readonly<Record<string, string | number | boolean>>

/** A row before and after a change: the fields that differ, all of them where it came or went. */
export interface RowImage {
  readonly table: string
  readonly id: string
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}

/** What a change did, in the order it was done. */
export type RowImages = Readonly<Record<'rows', readonly RowImage[]>>

/** Who did something: a staff member, a resident, a platform person or the system itself. */
export type ActorKind = 'staff' | 'resident' | 'platform' | 'system'

/** What happened, for ever. Ids and field names only: personal values stand where erasure can empty them. */
export interface JournalTable {
  id: string
  occurredAt: Date
  actorKind: ActorKind
  actorId: string | null
  event: string
  subjectKind: string
  subjectId: string
  fields: string[]
  refs: Record<string, string>
  facts: Generated<Facts>
  /** Field to the salted hash of the personal value that stood there: proves it to who has the value, tells nobody. */
  digests: Generated<Record<string, string>>
  requestId: string
}

/** What others must still be told of; written in the command's own transaction, emptied by the relay. */
export interface OutboxTable {
  id: string
  event: string
  subjectKind: string
  subjectId: string
  refs: Record<string, string>
  facts: Generated<Facts>
  createdAt: Date
  relayedAt: Date | null
}

/**
 * `sent`: the far end took it; `delivered`: it says that the person has it; `undeliverable`: the person will never be reached
 * there; `failed`: the last try is over.
 */
export type NoticeState = 'pending' | 'sent' | 'delivered' | 'undeliverable' | 'failed'
export type NoticeChannel = 'mail' | 'sms'

/** One message to one person about one event. The row is what makes a repeated job harmless. */
export interface NoticeTable {
  id: string
  eventId: string
  channel: NoticeChannel
  kind: string
  subjectKind: string
  subjectId: string
  state: NoticeState
  attempts: Generated<number>
  messageId: string
  /** Empty for whom the subject itself names; else the applicant's row of another person it belongs to. */
  recipientId: Generated<string>
  createdAt: Date
  sentAt: Date | null
  /** How many an SMS was sent and paid as. */
  segments: number | null
  /** When the last try began. */
  triedAt: Date | null
  deliveredAt: Date | null
  /** Why the last try came to nothing. */
  failure: string | null
}

export interface AuthUserTable {
  id: string
  name: string
  email: string
  emailVerified: boolean
  image: string | null
  createdAt: Date
  updatedAt: Date
}

export interface AuthSessionTable {
  id: string
  userId: string
  token: string
  expiresAt: Date
  ipAddress: string | null
  userAgent: string | null
  createdAt: Date
  updatedAt: Date
  deviceId: string | null
  provedBy: Proof | null
  /** The last day it was used. */
  seenOn: string | null
}

/** By what a person proved to be themselves when a session was opened. */
/** `providerFactors`: the akimat's provider says that it has asked for more than a password. */
export type Proof = 'password' | 'code' | 'recoveryCode' | 'passkey' | 'provider' | 'providerFactors'

/** A browser that has been through a whole sign-in; its cookie names the row. */
export interface AuthDeviceTable {
  id: string
  userId: string
  browser: string
  system: string
  firstSeenAt: Date
  lastSeenOn: string
}

/** The authenticator app of a person. Secrets are sealed; a proposed one waits for its first code. */
export interface AuthSecondFactorTable {
  userId: string
  secret: string | null
  proposedSecret: string | null
  /** The time step of the last code that was taken: none is taken twice. */
  lastStep: Generated<number>
  confirmedAt: Date | null
  updatedAt: Date
  /** When somebody else took it away: until a new one stands it is due, whatever the role. */
  demandedAt: Date | null
}

export interface AuthRecoveryCodeTable {
  id: string
  userId: string
  codeHash: string
  createdAt: Date
  usedAt: Date | null
}

export interface AuthPasskeyTable {
  id: string
  userId: string
  credentialId: string
  publicKey: string
  counter: string
  transports: string[]
  name: string
  createdAt: Date
  lastUsedOn: string | null
}

export type ChallengePurpose = 'signIn' | 'passkeySignIn' | 'passkeyAdding' | 'providerSignIn'

/** Something asked of one browser that may be answered once, and soon. */
export interface AuthChallengeTable {
  id: string
  purpose: ChallengePurpose
  userId: string | null
  createdAt: Date
  expiresAt: Date
}

export interface AuthAccountTable {
  id: string
  accountId: string
  providerId: string
  userId: string
  accessToken: string | null
  refreshToken: string | null
  idToken: string | null
  accessTokenExpiresAt: Date | null
  refreshTokenExpiresAt: Date | null
  scope: string | null
  password: string | null
  createdAt: Date
  updatedAt: Date
}

export interface AuthVerificationTable {
  id: string
  identifier: string
  value: string
  expiresAt: Date
  createdAt: Date
  updatedAt: Date
}

/** The mechanisms' own tables: the same in every tenant and in `control`. */
export interface CoreTables {
  journal: JournalTable
  outbox: OutboxTable
  notice: NoticeTable
  authUser: AuthUserTable
  authSession: AuthSessionTable
  authAccount: AuthAccountTable
  authVerification: AuthVerificationTable
  authDevice: AuthDeviceTable
  authSecondFactor: AuthSecondFactorTable
  authRecoveryCode: AuthRecoveryCodeTable
  authPasskey: AuthPasskeyTable
  authChallenge: AuthChallengeTable
}
