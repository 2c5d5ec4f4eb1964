import { describe, expect, it } from 'vitest'
import { inLanguage, ownPath, paths } from './paths.ts'

describe('every URL of the product', () => {
  it('is built here', () => {
    expect({
      home: paths.home('kk'),
      newAppeal: paths.newAppeal('ru'),
      track: [paths.track('en'), paths.track('en', '75-26-000001')],
      trackedAppeal: paths.trackedAppeal('kk', 'ID'),
      receipt: paths.receipt('kk', 'ID'),
      signIn: [paths.signIn(), paths.signIn('/desk?after=1')],
      signOut: paths.signOut(),
      forgottenPassword: paths.forgottenPassword(),
      newPassword: paths.newPassword('TOKEN'),
      invitation: paths.invitation('ID', 'TOKEN'),
      account: paths.account(),
      worklist: [paths.worklist(), paths.worklist('CURSOR')],
      appeal: paths.appeal('ID'),
      staff: paths.staff(),
      entrance: paths.entrance(),
      oversight: [paths.oversight(), paths.oversight({ period: 'year', region: undefined })],
      oversightTable: paths.oversightTable({ period: 'year' }),
      regions: paths.regions(),
      brand: paths.brand(),
    }).toMatchInlineSnapshot(`
      {
        "account": "/account",
        "appeal": "/desk/appeals/ID",
        "brand": "/brand.css",
        "entrance": "/",
        "forgottenPassword": "/forgotten-password",
        "home": "/kk",
        "invitation": "/invitations/ID?token=TOKEN",
        "newAppeal": "/ru/appeals/new",
        "newPassword": "/new-password?token=TOKEN",
        "oversight": [
          "/oversight",
          "/oversight?period=year",
        ],
        "oversightTable": "/oversight/figures.csv?period=year",
        "receipt": "/kk/appeals/ID/receipt",
        "regions": "/platform/regions",
        "signIn": [
          "/sign-in",
          "/sign-in?next=%2Fdesk%3Fafter%3D1",
        ],
        "signOut": "/sign-out",
        "staff": "/admin/staff",
        "track": [
          "/en/track",
          "/en/track?number=75-26-000001",
        ],
        "trackedAppeal": "/kk/appeals/ID",
        "worklist": [
          "/desk",
          "/desk?after=CURSOR",
        ],
      }
    `)
    expect(Object.keys(paths)).toHaveLength(19)
  })
})

describe('the way back after a sign-in', () => {
  it.each(['/desk', '/desk/appeals/1?x=y'])('%s stays here', (path) => {
    expect(ownPath(path, '/home')).toBe(path)
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\r\nb',
    '/қаз',
    '/\u0001x',
    '',
    null,
  ])('%s leads nowhere else', (path) => {
    expect(ownPath(path, '/home')).toBe('/home')
  })
})

describe('the same page in another language', () => {
  it.each([
    ['/kk', '/ru'],
    ['/kk/track?number=1', '/ru/track?number=1'],
    ['/kkk', '/kkk'],
    ['/desk', '/desk'],
  ])('of %s is %s', (path, other) => {
    expect(inLanguage(path, 'ru')).toBe(other)
  })
})
