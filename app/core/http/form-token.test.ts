import { describe, expect, it } from 'vitest'
import { formToken, isOwnForm, newFormSeed } from './form-token.server.ts'

const secret = 'a secret'
const host = 'almaty.localhost:3000'
const seed = newFormSeed()
const token = formToken(secret, host, seed)

const sent = (headers: Record<string, string> = {}) => ({ own: `http://${host}`, headers: new Headers(headers) })

describe('a form', () => {
  it('is ours with the token of this browser, with or without a word of its origin', () => {
    expect(isOwnForm(sent(), token, token)).toBe(true)
    expect(isOwnForm(sent({ Origin: `http://${host}`, 'Sec-Fetch-Site': 'same-origin' }), token, token)).toBe(true)
  })

  it.each([
    ['without a token', sent(), undefined],
    ['with an empty token', sent(), ''],
    ['with the token of another browser', sent(), formToken(secret, host, newFormSeed())],
    ['with the token of another region', sent(), formToken(secret, 'shymkent.localhost:3000', seed)],
    ['from another site', sent({ Origin: 'http://evil.example' }), token],
    ['from a sister region', sent({ Origin: 'http://shymkent.localhost:3000' }), token],
    ['from nowhere', sent({ Origin: 'null' }), token],
    ['from the same host by another scheme', sent({ Origin: `https://${host}` }), token],
    ['that the browser says crossed sites', sent({ 'Sec-Fetch-Site': 'cross-site' }), token],
    ['that the browser says came from a sister host', sent({ 'Sec-Fetch-Site': 'same-site' }), token],
  ])('%s is not ours', (_what, origin, given) => {
    expect(isOwnForm(origin, token, given)).toBe(false)
  })
})
