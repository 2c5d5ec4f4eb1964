import { describe, expect, it } from 'vitest'
import { SubmitAppeal, TrackAppeal } from './appeals.schema.ts'

const right = {
  submissionKey: '0b0f6a5e-3d0a-4b53-9f25-0d1f3a1c9f10',
  text: 'Аулада шам жанбайды.',
  address: 'Алматы, Абай 10',
  fullName: 'Сынақова Әсел',
  iin: '900515300018',
  email: 'asel@mail.example',
  language: 'kk',
}

const problemsOf = (changed: Record<string, unknown>) => {
  const result = SubmitAppeal.safeParse({ ...right, ...changed })
  return result.success ? {} : Object.fromEntries(result.error.issues.map((issue) => [issue.path[0], issue.message]))
}

describe('what a resident types', () => {
  it('is taken loosely: blanks, hyphens, letter case and odd line ends do not count', () => {
    const taken = SubmitAppeal.parse({
      ...right,
      text: '  Бірінші жол\r\nекінші\u0000 жол\u200b  ',
      iin: ' 900515-300018 ',
      email: '  Asel@Mail.Example ',
      fullName: 'Сынақова \t Әсел',
    })
    expect(taken).toMatchObject({ iin: '900515300018', email: 'asel@mail.example', fullName: 'Сынақова Әсел' })
    expect(taken.text).toContain('Бірінші жол\nекінші жол')
  })

  it.each([
    ['no text', { text: '' }, { text: 'appeals:error.textMissing' }],
    ['only blanks', { text: ' \n\t ' }, { text: 'appeals:error.textMissing' }],
    ['three letters', { text: 'шам' }, { text: 'appeals:error.textShort' }],
    ['100,000 characters', { text: 'ә'.repeat(100_000) }, { text: 'appeals:error.textLong' }],
    ['bytes of another alphabet', { text: 'Ауладa \ufffd\ufffd\ufffd жанбайды' }, { text: 'common:error.unreadable' }],
    ['half a letter', { text: 'Аулада шам \ud800 жанбайды' }, { text: 'common:error.unreadable' }],
    ['no address', { address: '' }, { address: 'appeals:error.addressMissing' }],
    ['a long name', { fullName: 'а'.repeat(201) }, { fullName: 'appeals:error.nameLong' }],
    ['no IIN', { iin: '' }, { iin: 'appeals:error.iinMissing' }],
    ['eleven digits', { iin: '90051530001' }, { iin: 'appeals:error.iinDigits' }],
    ['an impossible date', { iin: '901332300018' }, { iin: 'appeals:error.iinDate' }],
    ['a wrong control digit', { iin: '900515300019' }, { iin: 'appeals:error.iinControl' }],
    ['no e-mail', { email: '' }, { email: 'appeals:error.emailMissing' }],
    ['an e-mail without a host', { email: 'asel@' }, { email: 'appeals:error.emailInvalid' }],
    [
      'a second header in the e-mail',
      { email: 'a@b.example\nBcc: c@d.example' },
      { email: 'appeals:error.emailInvalid' },
    ],
    ['an unknown language', { language: 'de' }, { language: 'appeals:error.languageMissing' }],
    ['a field sent twice', { text: ['one text', 'another'] }, { text: 'appeals:error.textMissing' }],
  ])('with %s is refused at that field alone', (_what, changed, problems) => {
    expect(problemsOf(changed)).toEqual(problems)
  })

  it('with every field missing is refused at every field that a person must fill in', () => {
    const result = SubmitAppeal.safeParse({})
    const fields = ['address', 'fullName', 'language', 'submissionKey', 'text']
    expect(result.error?.issues.map((issue) => issue.path[0]).toSorted()).toEqual(fields)
  })

  it.each([
    ['no IIN', { iin: null }],
    ['no e-mail, who comes for the answer', { email: null, answerChannels: ['hall'] }],
    ['a telephone alone', { email: null, phone: '8 701 123 45 67', answerChannels: ['sms'] }],
  ])('is accepted from a person with %s', (_who, changed) => {
    expect(problemsOf(changed)).toEqual({})
  })

  it.each([
    ['no channel at all', { answerChannels: [] }, { answerChannels: 'appeals:error.channelsMissing' }],
    ['an unknown channel', { answerChannels: ['dove'] }, { answerChannels: 'appeals:error.channelsMissing' }],
    ['an answer by mail to nowhere', { email: null }, { email: 'appeals:error.emailMissing' }],
    ['a call to nowhere', { answerChannels: ['sms'] }, { phone: 'appeals:error.phoneMissing' }],
    ['an unknown kind of applicant', { kind: 'robot' }, { kind: 'common:error.invalid' }],
  ])('is refused with %s', (_what, changed, problems) => {
    const shown = Object.fromEntries(
      Object.entries(problemsOf(changed)).map(([field, message]) => [
        field,
        String(message).includes(':error.') ? message : 'common:error.invalid',
      ]),
    )
    expect(shown).toEqual(problems)
  })

  it('keeps of each kind of applicant only what that kind has', () => {
    const everything = {
      ...right,
      organisationName: 'Үлгі ЖШС',
      bin: null,
      representedName: 'Сынақов Асан',
      basis: 'ата-анасы',
      country: 'Польша',
      phone: '+48 512 345 678',
      answerChannels: ['mail', 'sms'],
    }
    const own = (kind: string) => Object.keys(SubmitAppeal.parse({ ...everything, kind }))
    const fields = ['iin', 'bin', 'organisationName', 'representedName', 'basis', 'country', 'fullName', 'email']
    const ofKind = (kind: string) => fields.filter((field) => own(kind).includes(field))
    expect(ofKind('person')).toEqual(['iin', 'fullName', 'email'])
    expect(ofKind('organisation')).toEqual(['bin', 'organisationName', 'fullName', 'email'])
    expect(ofKind('representative')).toEqual(['iin', 'representedName', 'basis', 'fullName', 'email'])
    expect(ofKind('guest')).toEqual(['country', 'fullName', 'email'])
    expect(ofKind('anonymous')).toEqual([])
  })
})

describe('number and code of a receipt', () => {
  it('are read as they are spoken', () => {
    expect(TrackAppeal.parse({ number: '75 26 000001', code: '7efx 36e3' })).toEqual({
      number: '75-26-000001',
      code: '7EFX36E3',
    })
  })

  it.each([
    [{ number: '', code: 'x' }, 'appeals:error.numberMissing'],
    [{ number: '12', code: 'x' }, 'appeals:error.numberShape'],
    [{ number: '75-26-000001', code: ' ' }, 'appeals:error.codeMissing'],
    [{ number: '75-26-000001', code: 'x'.repeat(41) }, 'appeals:error.codeWrong'],
  ])('%o are refused', (typed, message) => {
    expect(TrackAppeal.safeParse(typed).error?.issues[0]?.message).toBe(message)
  })
})
