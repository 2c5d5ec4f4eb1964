import { describe, expect, it } from 'vitest'
import { typedPhone } from './typed-phone.ts'

describe('a telephone number', () => {
  it.each([
    ['8 701 123 45 67', '+77011234567'],
    ['+7 (701) 123-45-67', '+77011234567'],
    ['7011234567', '+77011234567'],
    ['8 727 338 33 88', '+77273383388'],
    ['+44 20 7946 0958', '+442079460958'],
    ['0044 20 7946 0958', '+442079460958'],
    ['+998 90 123 45 67', '+998901234567'],
    ['+7 495 123 45 67', '+74951234567'],
  ])('%s is %s', (typed, phone) => {
    expect(typedPhone(typed)).toBe(phone)
  })

  it('is the same when it is read again', () => {
    expect(typedPhone(typedPhone('8 701 123 45 67') ?? '')).toBe('+77011234567')
  })

  it.each(['', '1308', '112', '338 33 88', 'қоңырау', '8 701 123 45', '+44', '+7 701 123 45 67 89 01'])(
    '%s is none',
    (typed) => {
      expect(typedPhone(typed)).toBeUndefined()
    },
  )
})
