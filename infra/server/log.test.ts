import { describe, expect, it } from 'vitest'
import { described } from './log.ts'

describe('what the log says of a failure', () => {
  it('is never what PostgreSQL quotes of a row', () => {
    const error = Object.assign(new Error('invalid input syntax for type uuid: "Сынақова Әсел 900515300018"'), {
      severity: 'ERROR',
      code: '23505',
      detail: 'Key (email)=(asel@mail.example) already exists.',
      schema: 't_almaty',
      table: 'auth_user',
      constraint: 'auth_user_email_key',
    })
    const said = described(error)
    expect(said).toMatchObject({ error: 'database', code: '23505', table: 'auth_user' })
    for (const personal of ['Сынақова', '900515300018', 'asel@']) expect(JSON.stringify(said)).not.toContain(personal)
  })

  it('names what went wrong and where', () => {
    const said = described(new TypeError('x is not a function'))
    expect(said).toMatchObject({ error: 'TypeError', message: 'x is not a function' })
    expect(said.stack).toContain('log.test.ts')
  })

  it('says nothing of what is no error', () => {
    expect(described({ email: 'asel@mail.example' })).toEqual({ error: 'object' })
  })
})
