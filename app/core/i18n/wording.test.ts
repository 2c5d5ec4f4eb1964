import { describe, expect, it } from 'vitest'
import { withValues, wordingProblem } from './wording.ts'

describe('a region’s own wording', () => {
  it.each([
    ['keeps its value', 'Талон: {{number}}', 'Нөміріңіз — {{number}}, сақтап қойыңыз', undefined],
    ['without values is free', 'Сәлем', 'Қайырлы күн, <b>құрметті</b> $ {азамат}', undefined],
    ['may say a value twice', '{{number}}', '{{number}} ({{number}})', undefined],
    ['loses a value', '{{number}}, {{day}}', '{{number}}', { why: 'lost', what: '{{day}}' }],
    ['names a value that nobody gives', '{{number}}', '{{number}} {{iin}}', { why: 'unknown', what: '{{iin}}' }],
    ['calls a format', '{{number}}', '{{number, uppercase}}', { why: 'unknown', what: '{{' }],
    ['asks for a value unescaped', '{{number}}', '{{- number}}', { why: 'unknown', what: '{{' }],
    ['leaves a brace open', 'Сәлем', 'Сәлем {{', { why: 'unknown', what: '{{' }],
    ['is a bomb of values', '{{number}}', '{{number}}'.repeat(500), { why: 'often', what: '{{number}}' }],
    ['brings in another text', 'Сәлем', '$t(regions:home.lead)', { why: 'nested', what: '$t(' }],
  ] as const)('%s', (_what, shipped, own, problem) => {
    expect(wordingProblem(shipped, own)).toEqual(problem)
  })

  it('shows sample values, and a value is not read as a text', () => {
    expect(withValues('{{number}} / {{day}}', { number: '{{day}}', day: '$&' })).toBe('{{day}} / $&')
  })
})
