import { describe, expect, it } from 'vitest'
import { timeField, typedTime } from './typed-time.ts'

describe('a typed time of day', () => {
  it.each([
    ['9:05', '09:05'],
    ['09.05', '09:05'],
    ['9,05', '09:05'],
    ['0905', '09:05'],
    [' 18 : 30 ', '18:30'],
    ['18:30:59', '18:30'],
    ['00:00', '00:00'],
    ['23:59', '23:59'],
  ])('%s is %s', (typed, time) => expect(typedTime(typed)).toBe(time))

  it.each(['', '24:00', '9:60', '9', '12:5', 'noon', '-1:00', '١٢:٣٠'])('"%s" is none', (typed) => {
    expect(typedTime(typed)).toBeUndefined()
    expect(timeField('x:missing').safeParse(typed).error?.issues[0]?.message).toBe('x:missing')
  })
})
