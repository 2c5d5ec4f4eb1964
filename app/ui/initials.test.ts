import { describe, expect, it } from 'vitest'
import { initialsOf } from '#app/ui/initials.ts'

describe('initialsOf', () => {
  it.each([
    ['Серікова Айгүл Болатқызы', 'СА'],
    ['әлия өтеген', 'ӘӨ'],
    ['Мария', 'М'],
    ['Петрова-Водкина Анна', 'ПА'],
    ['  «Жаңа»   ЖШС ', 'ЖЖ'],
    ['İbrahim ısmayıl', 'İI'],
    ['', ''],
  ])('makes of %j %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})
