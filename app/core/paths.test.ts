import { describe, expect, it } from 'vitest'
import { inLanguage, isStaffPath, ownPath, paths } from './paths.ts'

describe('every URL of the product', () => {
  it('is built here', () => {
    const built = {
      home: paths.home('kk'),
      search: [paths.search('kk'), paths.search('kk', 'су жоқ')],
      newAppeal: [paths.newAppeal('ru'), paths.newAppeal('ru', { about: 'lift' })],
      question: [paths.question('en', 'text'), paths.question('en', 'topic', { from: 'check', all: '' })],
      checkAnswers: paths.checkAnswers('kk'),
      part: paths.part('kk', 'ID'),
      openPart: paths.openPart('kk', 'ID', 'KEY'),
      partFile: paths.partFile('kk', 'ID', 'FILE'),
      track: [paths.track('en'), paths.track('en', '75-26-000001')],
      trackedAppeal: paths.trackedAppeal('kk', 'ID'),
      openAppeal: [paths.openAppeal('kk', 'ID', 'KEY'), paths.openAppeal('kk', 'ID', 'KEY', 'cure')],
      cure: paths.cure('kk', 'ID'),
      openByNumber: paths.openByNumber('kk', '75-26-000123', 'KEY'),
      addInformation: [paths.addInformation('kk', 'ID'), paths.addInformation('kk', 'ID', 'DRAFT')],
      withdrawAppeal: paths.withdrawAppeal('en', 'ID'),
      rateAnswer: paths.rateAnswer('en', 'ID'),
      appealBundle: paths.appealBundle('ID'),
      registers: paths.registers(),
      registerFile: [paths.registerFile({}), paths.registerFile({ format: 'csv', from: '2026-01-01' })],
      registerImport: paths.registerImport('ID'),
      registerReport: paths.registerReport('ID', 'csv'),
      ratingChoices: paths.ratingChoices(),
      newRatingChoice: paths.newRatingChoice(),
      ratingChoice: [paths.ratingChoice('ID'), paths.ratingChoice('ID', 'CHANGE')],
      appealFile: paths.appealFile('ru', 'ID', 'FILE'),
      deskFile: paths.deskFile('ID', 'FILE'),
      blackOut: paths.blackOut('ID', 'FILE'),
      erasures: [paths.erasures(), paths.erasures({ number: '75-26-000001' }), paths.erasures({ done: '' })],
      appealLetter: paths.appealLetter('ru', 'ID', 'LETTER'),
      deskLetter: paths.deskLetter('ID', 'LETTER'),
      receipt: paths.receipt('kk', 'ID'),
      receiptFile: paths.receiptFile('kk', 'ID'),
      verifyLetter: [paths.verifyLetter('ru'), paths.verifyLetter('kk', 'CODE')],
      signIn: [paths.signIn(), paths.signIn('/desk?after=1')],
      signOut: paths.signOut(),
      forgottenPassword: paths.forgottenPassword(),
      newPassword: paths.newPassword('TOKEN', 'kk'),
      invitation: paths.invitation('ID', 'TOKEN', 'ru'),
      signInCode: [paths.signInCode(), paths.signInCode('/desk')],
      signInPasskey: paths.signInPasskey(),
      account: paths.account(),
      secondFactor: paths.secondFactor(),
      sessions: paths.sessions(),
      passkeys: paths.passkeys(),
      passkeyOptions: paths.passkeyOptions(),
      password: paths.password(),
      compare: [paths.compare('ID'), paths.compare('ID', { with: 'OTHER' })],
      worklist: [paths.worklist(), paths.worklist({ view: 'open', after: 'CURSOR' })],
      appeal: [paths.appeal('ID'), paths.appeal('ID', { from: 'view=open' })],
      acts: paths.acts(),
      newAct: paths.newAct('ID', { kind: 'extension', share: 'SHARE' }),
      act: [paths.act('ID', 'ACT'), paths.act('ID', 'ACT', 'signed')],
      residentAct: paths.residentAct('kk', 'ID', 'ACT'),
      worklistNews: paths.worklistNews(),
      answers: paths.answers({ appeals: 'ID.ID', template: 'ID' }),
      worklistTable: [paths.worklistTable('csv'), paths.worklistTable('xlsx', { view: 'open' })],
      nextAppeal: paths.nextAppeal({ from: 'view=open', after: 'ID' }),
      appealLive: paths.appealLive('ID'),
      registerAppeal: [paths.registerAppeal(), paths.registerAppeal('KEY')],
      registrations: [paths.registrations(), paths.registrations('ID')],
      registration: paths.registration('ID'),
      registrationFile: paths.registrationFile('ID'),
      correction: paths.correction('ID'),
      deskCure: paths.deskCure('ID'),
      cures: [paths.cures(), paths.cures('CURSOR')],
      admin: paths.admin(),
      adminSearch: [paths.adminSearch(), paths.adminSearch('зал')],
      region: paths.region(),
      sampleLetter: paths.sampleLetter('kk'),
      texts: [paths.texts(), paths.texts({ search: 'талон', area: 'own' })],
      text: [paths.text('regions:home.title'), paths.text('regions:home.title', 'CHANGE')],
      agencies: paths.agencies(),
      newAgency: paths.newAgency(),
      agency: [paths.agency('ID'), paths.agency('ID', 'CHANGE')],
      categories: paths.categories(),
      newCategory: paths.newCategory(),
      category: [paths.category('ID'), paths.category('ID', 'CHANGE')],
      halls: paths.halls(),
      newHall: paths.newHall(),
      hall: [paths.hall('ID'), paths.hall('ID', 'CHANGE')],
      desk: paths.desk('ID', 'DESK'),
      hotlines: paths.hotlines(),
      newHotline: paths.newHotline(),
      hotline: [paths.hotline('ID'), paths.hotline('ID', 'CHANGE')],
      routingRules: paths.routingRules(),
      newRoutingRule: paths.newRoutingRule(),
      routingRule: [paths.routingRule('ID'), paths.routingRule('ID', 'CHANGE')],
      tryRouting: paths.tryRouting(),
      routingCounts: paths.routingCounts(),
      interpreters: paths.interpreters(),
      newInterpreter: paths.newInterpreter(),
      interpreter: [paths.interpreter('ID'), paths.interpreter('ID', 'CHANGE')],
      templates: paths.templates(),
      newTemplate: paths.newTemplate(),
      template: [paths.template('ID'), paths.template('ID', 'CHANGE')],
      calendar: [paths.calendar(), paths.calendar('2027')],
      calendarDay: [paths.calendarDay(), paths.calendarDay({ day: '2026-12-07' }), paths.calendarDay({ change: 'ID' })],
      calendarHours: paths.calendarHours(),
      calendarChange: [paths.calendarChange('ID'), paths.calendarChange('ID', { behind: 'CURSOR' })],
      terms: paths.terms(),
      countryCalendar: [paths.countryCalendar(), paths.countryCalendar('2027')],
      countryDay: [paths.countryDay(), paths.countryDay({ day: '2026-12-07' })],
      countryChange: paths.countryChange('ID'),
      staff: [paths.staff(), paths.staff({ role: 'clerk' })],
      staffMember: [paths.staffMember('ID'), paths.staffMember('ID', 'CHANGE')],
      resetFactor: paths.resetFactor('ID'),
      change: paths.change('CHANGE'),
      withNotice: paths.withNotice(paths.halls(), 'CHANGE'),
      entrance: paths.entrance(),
      oversight: [paths.oversight(), paths.oversight({ period: 'year', region: undefined })],
      oversightTable: paths.oversightTable({ period: 'year' }),
      regions: paths.regions(),
      resetAdministrator: paths.resetAdministrator('almaty'),
      brand: paths.brand(),
      emblem: paths.emblem('ID'),
    }
    expect(Object.keys(built).toSorted()).toEqual(Object.keys(paths).toSorted())
    expect(built).toMatchInlineSnapshot(`
      {
        "account": "/account",
        "act": [
          "/desk/appeals/ID/acts/ACT",
          "/desk/appeals/ID/acts/ACT?done=signed",
        ],
        "acts": "/desk/acts",
        "addInformation": [
          "/kk/appeals/ID/information",
          "/kk/appeals/ID/information?draft=DRAFT",
        ],
        "admin": "/admin",
        "adminSearch": [
          "/admin/search",
          "/admin/search?q=%D0%B7%D0%B0%D0%BB",
        ],
        "agencies": "/admin/agencies",
        "agency": [
          "/admin/agencies/ID",
          "/admin/agencies/ID?changed=CHANGE",
        ],
        "answers": "/desk/answers?appeals=ID.ID&template=ID",
        "appeal": [
          "/desk/appeals/ID",
          "/desk/appeals/ID?from=view%3Dopen",
        ],
        "appealBundle": "/desk/appeals/ID/bundle.zip",
        "appealFile": "/ru/appeals/ID/files/FILE",
        "appealLetter": "/ru/appeals/ID/letters/LETTER",
        "appealLive": "/desk/appeals/ID/live",
        "blackOut": "/desk/appeals/ID/files/FILE/black-out",
        "brand": "/brand.css",
        "calendar": [
          "/admin/calendar",
          "/admin/calendar?year=2027",
        ],
        "calendarChange": [
          "/admin/calendar/changes/ID",
          "/admin/calendar/changes/ID?behind=CURSOR",
        ],
        "calendarDay": [
          "/admin/calendar/day",
          "/admin/calendar/day?day=2026-12-07",
          "/admin/calendar/day?change=ID",
        ],
        "calendarHours": "/admin/calendar/hours",
        "categories": "/admin/categories",
        "category": [
          "/admin/categories/ID",
          "/admin/categories/ID?changed=CHANGE",
        ],
        "change": "/admin/changes/CHANGE",
        "checkAnswers": "/kk/appeals/new/check",
        "compare": [
          "/desk/appeals/ID/compare",
          "/desk/appeals/ID/compare?with=OTHER",
        ],
        "correction": "/desk/appeals/ID/correction",
        "countryCalendar": [
          "/platform/calendar",
          "/platform/calendar?year=2027",
        ],
        "countryChange": "/platform/calendar/changes/ID",
        "countryDay": [
          "/platform/calendar/day",
          "/platform/calendar/day?day=2026-12-07",
        ],
        "cure": "/kk/appeals/ID/cure",
        "cures": [
          "/desk/cures",
          "/desk/cures?after=CURSOR",
        ],
        "desk": "/admin/halls/ID/desks/DESK",
        "deskCure": "/desk/appeals/ID/cure",
        "deskFile": "/desk/appeals/ID/files/FILE",
        "deskLetter": "/desk/appeals/ID/letters/LETTER",
        "emblem": "/emblem/ID",
        "entrance": "/",
        "erasures": [
          "/admin/erasures",
          "/admin/erasures?number=75-26-000001",
          "/admin/erasures?done=",
        ],
        "forgottenPassword": "/forgotten-password",
        "hall": [
          "/admin/halls/ID",
          "/admin/halls/ID?changed=CHANGE",
        ],
        "halls": "/admin/halls",
        "home": "/kk",
        "hotline": [
          "/admin/hotlines/ID",
          "/admin/hotlines/ID?changed=CHANGE",
        ],
        "hotlines": "/admin/hotlines",
        "interpreter": [
          "/admin/interpreters/ID",
          "/admin/interpreters/ID?changed=CHANGE",
        ],
        "interpreters": "/admin/interpreters",
        "invitation": "/invitations/ID?token=TOKEN&lang=ru",
        "newAct": "/desk/appeals/ID/acts/new?kind=extension&share=SHARE",
        "newAgency": "/admin/agencies/new",
        "newAppeal": [
          "/ru/appeals/new",
          "/ru/appeals/new?about=lift",
        ],
        "newCategory": "/admin/categories/new",
        "newHall": "/admin/halls/new",
        "newHotline": "/admin/hotlines/new",
        "newInterpreter": "/admin/interpreters/new",
        "newPassword": "/new-password?token=TOKEN&lang=kk",
        "newRatingChoice": "/admin/ratings/new",
        "newRoutingRule": "/admin/routing/new",
        "newTemplate": "/admin/templates/new",
        "nextAppeal": "/desk/next?from=view%3Dopen&after=ID",
        "openAppeal": [
          "/kk/appeals/ID/open?key=KEY",
          "/kk/appeals/ID/open?key=KEY&to=cure",
        ],
        "openByNumber": "/kk/a/75-26-000123/KEY",
        "openPart": "/kk/parts/ID/open?key=KEY",
        "oversight": [
          "/oversight",
          "/oversight?period=year",
        ],
        "oversightTable": "/oversight/figures.csv?period=year",
        "part": "/kk/parts/ID",
        "partFile": "/kk/parts/ID/files/FILE",
        "passkeyOptions": "/account/passkeys/options",
        "passkeys": "/account/passkeys",
        "password": "/account/password",
        "question": [
          "/en/appeals/new/text",
          "/en/appeals/new/topic?from=check&all=",
        ],
        "rateAnswer": "/en/appeals/ID/rate",
        "ratingChoice": [
          "/admin/ratings/ID",
          "/admin/ratings/ID?changed=CHANGE",
        ],
        "ratingChoices": "/admin/ratings",
        "receipt": "/kk/appeals/ID/receipt",
        "receiptFile": "/kk/appeals/ID/receipt.pdf",
        "region": "/admin/region",
        "regions": "/platform/regions",
        "registerAppeal": [
          "/desk/registrations/new",
          "/desk/registrations/new?key=KEY",
        ],
        "registerFile": [
          "/desk/registers/file",
          "/desk/registers/file?format=csv&from=2026-01-01",
        ],
        "registerImport": "/desk/registers/imports/ID",
        "registerReport": "/desk/registers/imports/ID/report?format=csv",
        "registers": "/desk/registers",
        "registration": "/desk/registrations/ID",
        "registrationFile": "/desk/registrations/ID/receipt.pdf",
        "registrations": [
          "/desk/registrations",
          "/desk/registrations?after=ID",
        ],
        "resetAdministrator": "/platform/regions/almaty/administrator",
        "resetFactor": "/admin/staff/ID/second-factor",
        "residentAct": "/kk/appeals/ID/acts/ACT",
        "routingCounts": "/admin/routing/counts",
        "routingRule": [
          "/admin/routing/ID",
          "/admin/routing/ID?changed=CHANGE",
        ],
        "routingRules": "/admin/routing",
        "sampleLetter": "/admin/region/letterhead.pdf?language=kk",
        "search": [
          "/kk/search",
          "/kk/search?q=%D1%81%D1%83+%D0%B6%D0%BE%D2%9B",
        ],
        "secondFactor": "/account/second-factor",
        "sessions": "/account/sessions",
        "signIn": [
          "/sign-in",
          "/sign-in?next=%2Fdesk%3Fafter%3D1",
        ],
        "signInCode": [
          "/sign-in/code",
          "/sign-in/code?next=%2Fdesk",
        ],
        "signInPasskey": "/sign-in/passkey",
        "signOut": "/sign-out",
        "staff": [
          "/admin/staff",
          "/admin/staff?role=clerk",
        ],
        "staffMember": [
          "/admin/staff/ID",
          "/admin/staff/ID?changed=CHANGE",
        ],
        "template": [
          "/admin/templates/ID",
          "/admin/templates/ID?changed=CHANGE",
        ],
        "templates": "/admin/templates",
        "terms": "/admin/terms",
        "text": [
          "/admin/texts/regions:home.title",
          "/admin/texts/regions:home.title?changed=CHANGE",
        ],
        "texts": [
          "/admin/texts",
          "/admin/texts?search=%D1%82%D0%B0%D0%BB%D0%BE%D0%BD&area=own",
        ],
        "track": [
          "/en/track",
          "/en/track?number=75-26-000001",
        ],
        "trackedAppeal": "/kk/appeals/ID",
        "tryRouting": "/admin/routing/try",
        "verifyLetter": [
          "/ru/verify",
          "/kk/verify/CODE",
        ],
        "withNotice": "/admin/halls?changed=CHANGE",
        "withdrawAppeal": "/en/appeals/ID/withdraw",
        "worklist": [
          "/desk",
          "/desk?view=open&after=CURSOR",
        ],
        "worklistNews": "/desk/news",
        "worklistTable": [
          "/desk/appeals.csv",
          "/desk/appeals.xlsx?view=open",
        ],
      }
    `)
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

describe('a page of the staff', () => {
  it.each(['/desk', '/desk/appeals/1', '/admin/staff?role=clerk', '/account?lang=ru'])('is %s', (path) => {
    expect(isStaffPath(path)).toBe(true)
  })

  it.each(['/', '/kk', '/kk/desk', '/deskx', '/sign-in?next=%2Fdesk'])('is not %s', (path) => {
    expect(isStaffPath(path)).toBe(false)
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
