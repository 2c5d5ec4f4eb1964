/** The numbers a centre works by, and between what they may lie: the checks of the database. */
export const centreNumbers = {
  /** Days of the calendar that a link of a body without accounts lives. */
  shareLinkDays: { least: 1, most: 90 },
  /** Working days in which a dispatcher decides whose an appeal is. */
  contestDays: { least: 1, most: 10 },
  /** Days of the calendar in which an answer may be rated. */
  ratingDays: { least: 1, most: 90 },
  /** Working days in which a dispatcher decides whether an appeal is taken up again. */
  reopeningDays: { least: 1, most: 15 },
  attachmentsMost: { least: 1, most: 50 },
  /** Of 2^20 bytes; the database's 100,000,000 bytes are 95 of them. */
  attachmentMegabytes: { least: 1, most: 95 },
} as const

export type CentreNumber = keyof typeof centreNumbers

const megabyte = 1024 * 1024

export const bytesOf = (megabytes: number): number => megabytes * megabyte
export const megabytesOf = (bytes: number): number => Math.max(1, Math.round(bytes / megabyte))
