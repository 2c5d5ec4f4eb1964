import { agencyNameRows, agencyRows } from '#app/features/agencies/public.server.ts'
import { datedTermRows, termRows } from '#app/features/calendars/public.server.ts'
import { categoryRows } from '#app/features/categories/public.server.ts'
import { districtRows } from '#app/features/districts/public.server.ts'
import { deskRows, hallRows } from '#app/features/halls/public.server.ts'
import { hotlineRows } from '#app/features/hotlines/public.server.ts'
import { interpreterRows } from '#app/features/interpreters/public.server.ts'
import { takenRows } from '#app/features/packs/public.server.ts'
import { providerRoleRows, providerRows } from '#app/features/providers/public.server.ts'
import { choiceRows } from '#app/features/ratings/public.server.ts'
import { profileRows } from '#app/features/regions/public.server.ts'
import { retentionTermRows } from '#app/features/retentions/public.server.ts'
import { roleRows } from '#app/features/roles/public.server.ts'
import { routingRuleRows } from '#app/features/routing/public.server.ts'
import { templateRows } from '#app/features/templates/public.server.ts'
import { priorityGroupRows, serviceRows } from '#app/features/services/public.server.ts'
import { invitationRows, staffRows } from '#app/features/staff/public.server.ts'
import { wordingRows } from '#app/features/wordings/public.server.ts'
import type { ChangeableRow, Rows } from '#app/core/changes/rows.ts'

/** Every table whose changes can be undone. A feature that makes changes is named here. */
const undoable: readonly Rows<ChangeableRow>[] = [
  agencyRows,
  agencyNameRows,
  categoryRows,
  districtRows,
  hallRows,
  deskRows,
  serviceRows,
  priorityGroupRows,
  hotlineRows,
  interpreterRows,
  takenRows,
  choiceRows,
  providerRows,
  providerRoleRows,
  staffRows,
  invitationRows,
  templateRows,
  retentionTermRows,
  routingRuleRows,
  termRows,
  datedTermRows.forwarding,
  datedTermRows.cure,
  profileRows,
  roleRows,
  wordingRows,
]

/** The rows of this table; throws where no feature gave them. */
export function undoableRows(table: string): Rows<ChangeableRow> {
  const rows = undoable.find((one) => one.table === table)
  if (!rows) throw new Error(`Nobody undoes changes of ${table}`)
  return rows
}
