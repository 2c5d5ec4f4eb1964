import { describe, expect, it } from 'vitest'
import { weaknessOf } from './weak-password.ts'

const own = ['Дәурен Сынақов', 'dauren.synaqov@almaty.example', 'almaty', 'Алматы қаласы']
const common = new Set(['password', 'leavemealone', 'qazwsxedcrfv'])
const weakness = (password: string) => weaknessOf(password, own, (text) => common.has(text))

describe('a password', () => {
  it.each([
    ['LeaveMeAlone', 'common'],
    ['leave me alone', 'common'],
    ['Password2026!', 'common'],
    ['2026-password', 'common'],
    ['QazWsxEdcRfv', 'common'],
    ['Дәурен2026!!', 'own'],
    ['сынақов-сынақов', 'own'],
    ['dauren.synaqov1', 'own'],
    ['Almaty2026!!!', 'own'],
    ['Алматы қаласы', 'own'],
    ['BirTereze2026', 'own'],
    ['Бір Терезе 1', 'own'],
    ['aaaaaaaaaaaa', 'simple'],
    ['121212121212', 'simple'],
    ['abcabcabcabc', 'simple'],
    ['құпияқұпияқұпия', 'simple'],
    ['1234567890123', 'simple'],
    ['qwertyuiop123', 'simple'],
    ['йцукенгшщзхъ', 'simple'],
    ['0987654321qwe', 'simple'],
    ['            ', 'simple'],
  ])('%s is %s', (password, why) => {
    expect(weakness(password)).toBe(why)
  })

  it.each([
    'жаңа құпия сөз 42',
    'бірінші құпиясөз',
    'correct horse battery',
    'almaty тауларында таза ауа',
    '7hq2k0vwm3xa',
    'Q7#f!z9Lp2&w',
  ])('%s will do', (password) => {
    expect(weakness(password)).toBeUndefined()
  })
})
