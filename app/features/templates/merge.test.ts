import { describe, expect, it } from 'vitest'
import { flawOf, merged, unfilledIn } from './merge.ts'

describe('a template', () => {
  it.each([
    ['Орган: {{agency}}. Нөмірі: {{number}}.', undefined],
    ['Қабылданған шаралар: {{ measures }}', undefined],
    ['{{number}} — жолданым нөмірі', undefined],
    ['«{{agency}}» рассмотрело', undefined],
    ['{{agency}}-ға жіберілді', { kind: 'glued', at: '{{agency}}-ға' }],
    ['{{agency}}ға жіберілді', { kind: 'glued', at: '{{agency}}ға' }],
    ['{{agency}} -ға жіберілді', { kind: 'glued', at: '{{agency}} -ға' }],
    ['{{registeredOn}}‑да тіркелді', { kind: 'glued', at: '{{registeredOn}}‑да' }],
    ['№{{number}}-ның', { kind: 'glued', at: '{{number}}-ның' }],
    ['от{{registeredOn}}', { kind: 'glued', at: 'т{{registeredOn}}' }],
    ['Қала: {{city}}', { kind: 'unknown', at: '{{city}}' }],
    ['{{agency} жауап берді', { kind: 'broken', at: '{{agency} жауап берді' }],
  ])('%j has the flaw %j', (text, flaw) => {
    expect(flawOf(text)).toEqual(flaw)
  })

  it('takes its values and keeps what has none, so that nobody overlooks it', () => {
    const text = 'Нөмірі: {{number}}. Орны: {{ place }}. Шаралар: {{measures}}. Тағы: {{measures}}'
    const words = merged(text, { number: '75-26-000001', place: ' ' })
    expect(words).toBe('Нөмірі: 75-26-000001. Орны: {{ place }}. Шаралар: {{measures}}. Тағы: {{measures}}')
    expect(unfilledIn(words)).toEqual(['{{ place }}', '{{measures}}'])
    expect(unfilledIn('Дайын жауап { } және {{ жарты')).toEqual(['{{'])
  })

  it('never fills a field in a value', () => {
    expect(merged('{{applicant}}', { applicant: '{{number}}', number: '1' })).toBe('{{number}}')
  })
})
