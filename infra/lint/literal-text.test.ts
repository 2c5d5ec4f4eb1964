import { expect, it } from 'vitest'
import { findLiteralText } from './literal-text.ts'

const linesOf = (markup: string) =>
  findLiteralText([{ path: 'app/routes/home.tsx', text: `const page = (\n${markup}\n)` }]).map(({ line }) => line)

it.each([
  ['a text node', '<p>Өтініш</p>'],
  ['text beside an expression', '<p>{name}, hello</p>'],
  ['a string in braces', "<p>{'Жалоба'}</p>"],
  ['either side of a condition', "<p>{open ? 'Open' : t('closed')}</p>"],
  ['a fallback', "<p>{name ?? 'nobody'}</p>"],
  ['a template', '<p>{`№ ${number} from`}</p>'],
  ['a concatenation', "<p>{number + ' days'}</p>"],
  ['aria-label', '<nav aria-label="Pages" />'],
  ['title', "<p title={'More'} />"],
  ['alt', '<img alt="Emblem" />'],
  ['placeholder', '<input placeholder={`Name`} />'],
  ['label', "<Field label={busy ? 'Wait' : label} />"],
])('catches %s', (_, markup) => {
  expect(linesOf(markup)).toEqual([2])
})

it('says the line of the words, not of the tag', () => {
  expect(linesOf('<p>\n  Hello\n</p>')).toEqual([3])
})

it('lets keys, values, names and punctuation through', () => {
  const clean = [
    "<p className='lead' id='lead'>{t('form.name')}</p>",
    "<p>{number} · 12 / {total}{' '}</p>",
    '<input name="email" type="email" placeholder="+7" aria-describedby="hint" />',
    "<Field label={t('form.name')} hint={hint} title={kind === 'urgent' ? t('a') : t('b')} />",
    '<a href="/appeals">{label}</a>',
  ]
  expect(linesOf(`<>${clean.join('\n')}</>`)).toEqual([])
})
