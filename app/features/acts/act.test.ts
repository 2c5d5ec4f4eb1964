import { describe, expect, it } from 'vitest'
import type { ActKind, ActStatus, ShareStatus } from '#db/schema/vocabulary.ts'
import { actAllows, actKinds, groundsOf, isOfShare, shareOpenTo } from './act.ts'

const statuses: readonly ActStatus[] = ['drafted', 'approved', 'signed', 'discarded']
const shareStatuses: readonly ShareStatus[] = [
  'open',
  'awaitingSignature',
  'contested',
  'answered',
  'redirected',
  'withdrawn',
]
const running = { role: 'lead', status: 'open', suspended: false, overdue: false } as const

describe('the life of an act', () => {
  it.each([
    ['redraft', ['drafted']],
    ['approve', ['drafted']],
    ['return', ['drafted', 'approved']],
    ['sign', ['approved']],
    ['discard', ['drafted', 'approved']],
  ] as const)('%s is possible only where it is %s', (step, open) => {
    expect(statuses.filter((status) => actAllows(step, { status }))).toEqual(open)
  })

  it('ends with the signature: what is signed allows no step at all', () => {
    const steps = ['redraft', 'approve', 'return', 'sign', 'discard'] as const
    expect(steps.filter((step) => actAllows(step, { status: 'signed' }))).toEqual([])
  })

  it('stands on a ground of its own kind', () => {
    const all = actKinds.flatMap((kind) => groundsOf[kind] as readonly string[])
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBe(12)
  })
})

describe('an act on a share', () => {
  const kinds = actKinds.filter(isOfShare)

  it('is possible only while the body still owes something', () => {
    const open = shareStatuses.filter((status) =>
      kinds.some((kind) => [true, false].some((suspended) => shareOpenTo(kind, { ...running, status, suspended }))),
    )
    expect(open).toEqual(['open', 'awaitingSignature', 'contested'])
  })

  it('is never a co-executor’s own: its clock follows the lead’s', () => {
    expect(kinds.filter((kind) => shareOpenTo(kind, { ...running, role: 'co' }))).toEqual([])
    expect(kinds.filter((kind) => shareOpenTo(kind, { ...running, role: 'co', suspended: true }))).toEqual([])
  })

  it.each<[string, Partial<Parameters<typeof shareOpenTo>[1]>, readonly ActKind[]]>([
    ['runs in time', {}, ['extension', 'suspension', 'hearing']],
    ['stands', { suspended: true }, ['resumption']],
    ['is over', { overdue: true }, ['hearing']],
  ])('fits a clock that %s', (_what, now, open) => {
    expect(kinds.filter((kind) => shareOpenTo(kind, { ...running, ...now }))).toEqual(open)
  })
})
