import type { ColumnType } from 'kysely'

/** What becomes of a line, or would: a new appeal, a number for one of ours, nothing because it is there, nothing because it cannot. */
export type RegisterVerdict = 'register' | 'number' | 'same' | 'refused'

interface RegisterImportTable {
  id: string
  submissionKey: string
  format: 'csv' | 'xlsx'
  /** Of the file, hexadecimal digits. */
  sha256: string
  /** Headings that mean nothing to us. */
  ignored: string[]
  lines: number
  /** `reading`: its lines are still coming in, or were cut off. */
  state: 'reading' | 'checked' | 'applying' | 'done' | 'discarded'
  madeBy: string
  madeAt: Date
  appliedBy: string | null
  doneAt: Date | null
}

interface RegisterRowTable {
  id: string
  importId: string
  /** Of the file, the heading being 1. */
  line: number
  /** Column to its text; emptied when the appeal is made. */
  cells: ColumnType<Readonly<Record<string, string>>, string, string>
  verdict: RegisterVerdict
  /** Column and key of each message: `address appeals:error.addressMissing`. */
  problems: string[]
  appealId: string | null
  createdAt: Date
  appliedAt: Date | null
}

/** Registers that come in as files. */
export interface RegisterTables {
  registerImport: RegisterImportTable
  registerRow: RegisterRowTable
}
