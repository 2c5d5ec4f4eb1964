import { expect, test } from 'vitest'
import { maskedEmail, maskedNumber, maskedPhone } from './masked.ts'

test.each([
  ['asel@mail.example', 'a•••@mail.example'],
  ['a@mail.example', 'a•••@mail.example'],
  ['әсел@хат.қаз', 'ә•••@хат.қаз'],
  ['"a@b"@mail.example', '"•••@mail.example'],
  ['@mail.example', '•••'],
  ['none', '•••'],
])('of %s only %s is shown', (email, shown) => expect(maskedEmail(email)).toBe(shown))

test.each([
  ['+77011234567', '+7 ••• 67'],
  ['+48512345678', '+4 ••• 78'],
  ['1308', '•••'],
  ['', '•••'],
])('of %s only %s is shown', (phone, shown) => expect(maskedPhone(phone)).toBe(shown))

test.each([
  ['900515300018', '•••• 0018'],
  ['90051530001', '••••'],
  ['', '••••'],
])('of %s only %s is shown', (number, shown) => expect(maskedNumber(number)).toBe(shown))
