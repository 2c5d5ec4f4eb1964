import { describe, expect, it } from 'vitest'
import { appealAllows, excerptOf, formatNumber, openTo, typedNumber } from './appeal.ts'
import { shownCode, typedCode } from './code.ts'
import { timelineOf } from './timeline.ts'

describe('the life of an appeal', () => {
  it('allows in each status what the table says and nothing else', () => {
    const statuses = [
      'registered',
      'assigned',
      'forwarded',
      'contested',
      'awaitingSignature',
      'answered',
      'withdrawn',
      'merged',
      'reopenRequested',
    ] as const
    const allowed = statuses.map((status) => [
      status,
      (Object.keys(openTo) as (keyof typeof openTo)[]).filter((act) => appealAllows(act, { status })).join(' '),
    ])
    expect(allowed).toEqual([
      [
        'registered',
        'classify assign forward split decide withdraw addInformation cosign merge end correct requestCure cure note',
      ],
      [
        'assigned',
        'classify assign forward split decide withdraw addInformation cosign merge end correct requestCure cure note',
      ],
      [
        'forwarded',
        'classify assign forward split decide withdraw addInformation cosign merge end correct requestCure cure note',
      ],
      [
        'contested',
        'classify assign forward split decide withdraw addInformation cosign merge end correct requestCure cure note',
      ],
      ['awaitingSignature', 'decide withdraw addInformation cosign merge end correct requestCure cure note'],
      ['answered', 'note rate'],
      ['withdrawn', 'note'],
      ['merged', 'unmerge note'],
      ['reopenRequested', 'correct note reopen'],
    ])
  })

  it('is told step by step, and says which body no longer has it', () => {
    const at = (day: number) => new Date(Date.UTC(2026, 10, day, 5))
    const steps = timelineOf(
      {
        appeal: { id: 'a', status: 'answered', receivedAt: at(2), registeredOn: '2026-11-02', closedAt: at(5) },
        assignments: [
          { id: 'x', role: 'lead', part: '', round: 1, agencyId: 'first', assignedAt: at(3), withdrawnAt: at(4) },
          { id: 'y', role: 'own', part: '', round: 1, agencyId: 'second', assignedAt: at(4), withdrawnAt: null },
        ],
        answers: [{ answeredAt: at(5), assignmentId: 'y' }],
        agencies: { first: 'Бірінші', second: 'Екінші' },
        additions: [{ id: 'z', at: new Date(at(4).getTime() + 60_000) }],
        withdrawal: undefined,
        moves: [],
        mergers: [],
        acts: [],
        wishes: [],
      },
      'Asia/Almaty',
    )
    expect(steps.map((step) => [step.event, step.at.text, step.agency, step.withdrawn])).toEqual([
      ['registered', '02.11.2026 10:00', '', false],
      ['assigned', '03.11.2026 10:00', 'Бірінші', true],
      ['forwarded', '04.11.2026 10:00', 'Екінші', false],
      ['informationAdded', '04.11.2026 10:01', '', false],
      ['answered', '05.11.2026 10:00', 'Екінші', false],
    ])
  })
})

describe('the first words of an appeal', () => {
  it.each([
    ['  Көшеде\n\nжарық   жоқ ', 'Көшеде жарық жоқ'],
    ['а'.repeat(140), 'а'.repeat(140)],
    ['а'.repeat(141), `${'а'.repeat(139)}…`],
    [`${'а'.repeat(138)}😀😀`, `${'а'.repeat(138)}…`],
  ])('of %j are %j', (text, excerpt) => {
    expect(excerptOf(text)).toBe(excerpt)
  })
})

describe('a public number', () => {
  it('carries region, year and a running number', () => {
    expect(formatNumber('75', 2026, 123)).toBe('75-26-000123')
    expect(formatNumber('79', 2030, 1_234_567)).toBe('79-30-1234567')
  })

  it.each([
    ['75-26-000123', '75-26-000123'],
    ['75 26 000123', '75-26-000123'],
    ['7526000123', '75-26-000123'],
    ['75–26–000123', '75-26-000123'],
    ['75-26-123', undefined],
    ['seventy', undefined],
  ])('typed as %s is read as %s', (typed, number) => {
    expect(typedNumber(typed)).toBe(number)
  })
})

describe('a secret code', () => {
  it('is read as it was meant: spaces, case and look-alikes do not count', () => {
    expect(typedCode(' 7efx-36e3 ')).toBe('7EFX36E3')
    expect(typedCode('oil0')).toBe('0110')
    expect(typedCode(shownCode('7EFX36E3'))).toBe('7EFX36E3')
  })
})
