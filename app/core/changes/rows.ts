import type { TenantContext } from '../context.ts'
import type { SubjectName } from '../access/subjects.ts'

/** A row that a region's administrator may change; `version` grows with every change. */
export interface ChangeableRow {
  readonly id: string
  readonly version: number
}

/** A row that can be retired and brought back: what names it goes on to do so. */
export interface RetirableRow extends ChangeableRow {
  readonly retiredAt: Date | null
}

/** A row that keeps its place among others. */
export interface OrderedRow extends RetirableRow {
  readonly position: number
}

/** How changes reach one table. The table's owner gives this: only the owner writes it. */
export interface Rows<Row extends ChangeableRow> {
  /** As the type of the database calls it. */
  readonly table: string
  /** `noun` of the events: `hall` for `hall.moved`. */
  readonly noun: string
  /** What one must be allowed to configure. */
  readonly subject: SubjectName
  /** These rows as they stand, locked until the transaction ends. */
  lock(ctx: TenantContext, ids: readonly string[]): Promise<Row[]>
  insert(ctx: TenantContext, row: Row): Promise<unknown>
  update(ctx: TenantContext, id: string, patch: Partial<Row>): Promise<unknown>
  remove(ctx: TenantContext, id: string): Promise<unknown>
  /** Throws Refusal where the rules forbid how this row stands after a change; an undoing is asked too. */
  settle?(ctx: TenantContext, row: Row): Promise<void>
  /** The thing whose history tells of the change, where it is not the row itself: a desk's hall. */
  listedUnder?(row: Row): { readonly kind: string; readonly id: string }
}

/** Rows among which one can be moved. */
export interface OrderedRows<Row extends OrderedRow> extends Rows<Row> {
  /** All rows of the order that `row` stands in, by position then id, locked. */
  order(ctx: TenantContext, row: Row): Promise<Row[]>
}
