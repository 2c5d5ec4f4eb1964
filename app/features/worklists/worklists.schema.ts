import { z } from 'zod'
import { typedLine } from '#app/core/typed-text.ts'

const agencyId = z.string('appeals:error.agencyMissing').min(1, 'appeals:error.agencyMissing')

/** Rows ticked in a list, at most a page of them. */
const selected = z
  .union([z.string(), z.array(z.string())], 'appeals:error.nothingSelected')
  .transform((ids) => [...new Set([ids].flat())])
  .pipe(z.array(z.string().min(1)).min(1, 'appeals:error.nothingSelected').max(50))

/** The agency that they all go to. */
export const AssignSelected = z.object({ appeal: selected, agencyId })

const viewName = typedLine(60, { missing: 'worklists:error.nameMissing', tooLong: 'worklists:error.nameLong' })

/** What follows the address of a list. */
const list = z.string().max(2000).default('')

export const SaveView = z.object({
  name: viewName,
  shared: z
    .literal('yes')
    .optional()
    .transform((shared) => shared !== undefined),
  list,
})

const ofView = { saved: z.string().min(1), version: z.coerce.number().int().positive() }

export const ChangeView = z.object({ ...ofView, name: viewName, list })

export const RemoveView = z.object(ofView)

/** What a page shows of its list: each row as its id and version, with a dot between them. */
export const ShownRows = z.object({
  list,
  shown: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((rows) => [rows].flat())
    .pipe(z.array(z.string().regex(/^[0-9a-f-]{36}\.\d{1,9}$/)).max(60)),
})

export type AssignSelected = z.output<typeof AssignSelected>
export type SaveView = z.output<typeof SaveView>
export type ChangeView = z.output<typeof ChangeView>
export type RemoveView = z.output<typeof RemoveView>
export type ShownRows = z.output<typeof ShownRows>
