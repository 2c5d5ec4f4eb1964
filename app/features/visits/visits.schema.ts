import { z } from 'zod'
import { phoneField } from '#app/core/typed-phone.ts'
import { optionalLine, looseField } from '#app/core/typed-text.ts'

const version = z.coerce.number().int().positive()
const locale = z.enum(['kk', 'ru', 'en'], 'visits:error.localeMissing')
const ofTicket = { ticketId: z.string(), version }

/** Ticked boxes of one name: none, one or several. */
const ticked = (message: string) =>
  z
    .union([z.string(), z.array(z.string())], message)
    .transform((values) => [...new Set([values].flat())])
    .pipe(z.array(z.string()).max(8, message))

export const OpenVisit = z.object({
  /** Made with the page: a double tap makes one visit. */
  submissionKey: z.uuid(),
  serviceId: ticked('visits:error.serviceMissing'),
  locale,
  priorityGroupId: z.string().default(''),
  fullName: optionalLine(200, 'visits:error.nameLong'),
  phone: looseField(phoneField({ missing: 'visits:error.phoneWrong', invalid: 'visits:error.phoneWrong' })),
})

export const OpenDesk = z.object({ deskId: z.string(), locale: ticked('visits:error.localeMissing') })

export const AtDesk = z.object({ shiftId: z.string() })
export const MoveTicket = z.object({ shiftId: z.string(), ...ofTicket })
export const WithdrawTicket = z.object(ofTicket)

const words = {
  categoryId: z.string().default(''),
  locale,
  note: optionalLine(2000, 'visits:error.noteLong').transform((note) => note ?? ''),
}

export const FinishTicket = MoveTicket.extend({
  ...words,
  outcome: z.enum(['answered', 'referred', 'left'], 'visits:error.outcomeMissing'),
})

export const HandOver = MoveTicket.extend({ ...words, serviceId: z.string('visits:error.serviceMissing') })

export type OpenVisit = z.output<typeof OpenVisit>
export type OpenDesk = z.output<typeof OpenDesk>
export type AtDesk = z.output<typeof AtDesk>
export type MoveTicket = z.output<typeof MoveTicket>
export type WithdrawTicket = z.output<typeof WithdrawTicket>
export type FinishTicket = z.output<typeof FinishTicket>
export type HandOver = z.output<typeof HandOver>
