import { describe, expect, it } from 'vitest'
import { RegisterAppeal } from './registrations.schema.server.ts'

/** A letter as it is typed in; `null` leaves a field out. */
const typed = (changes: Readonly<Record<string, unknown>> = {}) => ({
  channel: 'post',
  receivedOn: '23.11.2026',
  receivedTime: '9:30',
  outsideNumber: '',
  outsideOn: '',
  language: 'kk',
  meant: 'request',
  legalKind: '',
  category: '',
  text: 'Аулада жарық жоқ, шамды жөндеуді сұраймыз.',
  placeAddress: '',
  placeLandmark: '',
  kind: 'person',
  fullName: 'Әсем Үлгіқызы',
  iin: '',
  organisationName: '',
  bin: '',
  address: 'Алматы, Абай даңғылы, 10',
  email: '',
  phone: '',
  answerChannels: 'post',
  ...changes,
})

const errorsOf = (changes: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    (RegisterAppeal.safeParse(typed(changes)).error?.issues ?? []).map(({ path, message }) => [
      String(path[0]),
      message,
    ]),
  )

describe('a registration', () => {
  it('takes a letter with what it has, and nothing for what it lacks', () => {
    expect(RegisterAppeal.parse(typed())).toMatchObject({
      receivedOn: '2026-11-23',
      receivedTime: '09:30',
      iin: null,
      email: null,
      legalKind: null,
      outsideOn: null,
    })
    expect(RegisterAppeal.parse(typed({ address: '', answerChannels: 'mail', email: 'a@b.kz' }))).toMatchObject({
      address: '',
      email: 'a@b.kz',
    })
    const organisation = { kind: 'organisation', organisationName: 'ТОО «Үлгі»', bin: '' }
    expect(RegisterAppeal.parse(typed(organisation))).toMatchObject({ bin: null })
  })

  it('judges a number that was typed, whoever could have left it out', () => {
    expect(errorsOf({ iin: '900515300019' })).toEqual({ iin: 'appeals:error.iinControl' })
    expect(errorsOf({ kind: 'organisation', organisationName: 'ТОО «Үлгі»', bin: '900515300018' })).toEqual({
      bin: 'appeals:error.binKind',
    })
    expect(RegisterAppeal.parse(typed({ iin: '9005 1530 0018' }))).toMatchObject({ iin: '900515300018' })
  })

  it('is read back where it was told', () => {
    for (const channel of ['hall', 'hotline']) {
      expect(errorsOf({ channel })).toEqual({ readBack: 'registrations:error.readBackMissing' })
      expect(errorsOf({ channel, readBack: 'yes' })).toEqual({})
    }
  })

  it('can be answered where the person asks to be', () => {
    expect(errorsOf({ answerChannels: ['mail', 'sms', 'post'], address: ' ' })).toEqual({
      email: 'appeals:error.emailMissing',
      phone: 'appeals:error.phoneMissing',
      address: 'registrations:error.postAddress',
    })
  })

  it('tells of everything that is wrong at once', () => {
    const wrong = { channel: 'hall', receivedOn: '31.02.2026', fullName: '', text: 'қысқа', answerChannels: 'mail' }
    expect(Object.keys(errorsOf(wrong)).toSorted()).toEqual(['email', 'fullName', 'readBack', 'receivedOn', 'text'])
  })

  it('without a name asks only what it tells of', () => {
    const anonymous = { kind: 'anonymous', fullName: '', address: '', answerChannels: [] }
    expect(errorsOf(anonymous)).toEqual({ threat: 'registrations:error.threatMissing' })
    const taken = RegisterAppeal.parse(typed({ ...anonymous, threat: 'yes' }))
    expect(taken).not.toHaveProperty('fullName')
    expect(taken).not.toHaveProperty('answerChannels')
  })
})
