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
      importStaff: paths.importStaff(),
      launch: paths.launch(),
      dryRun: paths.dryRun(),
      newRegion: paths.newRegion(),
      regionSetup: paths.regionSetup('ID'),
      registers: paths.registers(),
      registerFile: [paths.registerFile({}), paths.registerFile({ format: 'csv', from: '2026-01-01' })],
      registerImport: paths.registerImport('ID'),
      registerReport: paths.registerReport('ID', 'csv'),
      roles: paths.roles(),
      seeAs: paths.seeAs(),
      role: [paths.role('clerk'), paths.role('clerk', 'CHANGE')],
      ratingChoices: paths.ratingChoices(),
      newRatingChoice: paths.newRatingChoice(),
      ratingChoice: [paths.ratingChoice('ID'), paths.ratingChoice('ID', 'CHANGE')],
      appealFile: paths.appealFile('ru', 'ID', 'FILE'),
      deskFile: paths.deskFile('ID', 'FILE'),
      blackOut: paths.blackOut('ID', 'FILE'),
      erasures: [paths.erasures(), paths.erasures({ number: '75-26-000001' }), paths.erasures({ done: '' })],
      domain: [paths.domain(), paths.domain({ done: 'added' })],
      retention: paths.retention(),
      retentionTerm: [paths.retentionTerm('files'), paths.retentionTerm('files', { amount: '72' })],
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
      providerSignIn: [paths.providerSignIn(), paths.providerSignIn('/desk')],
      providerCallback: paths.providerCallback(),
      signInProblem: [paths.signInProblem('lost'), paths.signInProblem('lost', '/desk')],
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
      districts: paths.districts(),
      newDistrict: paths.newDistrict(),
      district: [paths.district('ID'), paths.district('ID', 'CHANGE')],
      followedVisit: paths.followedVisit('kk', 'ID'),
      openVisit: paths.openVisit('kk', 'ID', 'KEY'),
      workHalls: paths.workHalls(),
      reception: [paths.reception('HALL'), paths.reception('HALL', { done: 'withdrawn' })],
      slip: paths.slip('HALL', 'ID'),
      deskConsole: paths.deskConsole('HALL'),
      services: paths.services(),
      newService: paths.newService(),
      service: [paths.service('ID'), paths.service('ID', 'CHANGE')],
      priorityGroups: paths.priorityGroups(),
      newPriorityGroup: paths.newPriorityGroup(),
      priorityGroup: [paths.priorityGroup('ID'), paths.priorityGroup('ID', 'CHANGE')],
      pack: paths.pack(),
      packFile: paths.packFile(),
      comparePack: [paths.comparePack(), paths.comparePack('CHANGE')],
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
      adminSignIn: paths.adminSignIn(),
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
      regions: paths.regions({ search: 'ал', state: 'trouble', after: 'almaty' }),
      data: paths.data(),
      takeoutFile: paths.takeoutFile('ID'),
      regionState: paths.regionState('almaty'),
      resetAdministrator: paths.resetAdministrator('almaty'),
      brand: paths.brand(),
      emblem: paths.emblem('ID'),
    }
    expect(Object.keys(built).toSorted()).toEqual(Object.keys(paths).toSorted())
    const lines = Object.entries(built).flatMap(([name, value]) => [value].flat().map((path) => `${name} ${path}`))
    expect(lines.toSorted().join('\n')).toMatchInlineSnapshot(`
      "account /account
      act /desk/appeals/ID/acts/ACT
      act /desk/appeals/ID/acts/ACT?done=signed
      acts /desk/acts
      addInformation /kk/appeals/ID/information
      addInformation /kk/appeals/ID/information?draft=DRAFT
      admin /admin
      adminSearch /admin/search
      adminSearch /admin/search?q=%D0%B7%D0%B0%D0%BB
      adminSignIn /admin/sign-in
      agencies /admin/agencies
      agency /admin/agencies/ID
      agency /admin/agencies/ID?changed=CHANGE
      answers /desk/answers?appeals=ID.ID&template=ID
      appeal /desk/appeals/ID
      appeal /desk/appeals/ID?from=view%3Dopen
      appealBundle /desk/appeals/ID/bundle.zip
      appealFile /ru/appeals/ID/files/FILE
      appealLetter /ru/appeals/ID/letters/LETTER
      appealLive /desk/appeals/ID/live
      blackOut /desk/appeals/ID/files/FILE/black-out
      brand /brand.css
      calendar /admin/calendar
      calendar /admin/calendar?year=2027
      calendarChange /admin/calendar/changes/ID
      calendarChange /admin/calendar/changes/ID?behind=CURSOR
      calendarDay /admin/calendar/day
      calendarDay /admin/calendar/day?change=ID
      calendarDay /admin/calendar/day?day=2026-12-07
      calendarHours /admin/calendar/hours
      categories /admin/categories
      category /admin/categories/ID
      category /admin/categories/ID?changed=CHANGE
      change /admin/changes/CHANGE
      checkAnswers /kk/appeals/new/check
      compare /desk/appeals/ID/compare
      compare /desk/appeals/ID/compare?with=OTHER
      comparePack /admin/pack/compare
      comparePack /admin/pack/compare?changed=CHANGE
      correction /desk/appeals/ID/correction
      countryCalendar /platform/calendar
      countryCalendar /platform/calendar?year=2027
      countryChange /platform/calendar/changes/ID
      countryDay /platform/calendar/day
      countryDay /platform/calendar/day?day=2026-12-07
      cure /kk/appeals/ID/cure
      cures /desk/cures
      cures /desk/cures?after=CURSOR
      data /admin/data
      desk /admin/halls/ID/desks/DESK
      deskConsole /hall/HALL/desk
      deskCure /desk/appeals/ID/cure
      deskFile /desk/appeals/ID/files/FILE
      deskLetter /desk/appeals/ID/letters/LETTER
      district /admin/districts/ID
      district /admin/districts/ID?changed=CHANGE
      districts /admin/districts
      domain /admin/domain
      domain /admin/domain?done=added
      dryRun /admin/launch/dry-run
      emblem /emblem/ID
      entrance /
      erasures /admin/erasures
      erasures /admin/erasures?done=
      erasures /admin/erasures?number=75-26-000001
      followedVisit /kk/visits/ID
      forgottenPassword /forgotten-password
      hall /admin/halls/ID
      hall /admin/halls/ID?changed=CHANGE
      halls /admin/halls
      home /kk
      hotline /admin/hotlines/ID
      hotline /admin/hotlines/ID?changed=CHANGE
      hotlines /admin/hotlines
      importStaff /admin/staff/import
      interpreter /admin/interpreters/ID
      interpreter /admin/interpreters/ID?changed=CHANGE
      interpreters /admin/interpreters
      invitation /invitations/ID?token=TOKEN&lang=ru
      launch /admin/launch
      newAct /desk/appeals/ID/acts/new?kind=extension&share=SHARE
      newAgency /admin/agencies/new
      newAppeal /ru/appeals/new
      newAppeal /ru/appeals/new?about=lift
      newCategory /admin/categories/new
      newDistrict /admin/districts/new
      newHall /admin/halls/new
      newHotline /admin/hotlines/new
      newInterpreter /admin/interpreters/new
      newPassword /new-password?token=TOKEN&lang=kk
      newPriorityGroup /admin/priority-groups/new
      newRatingChoice /admin/ratings/new
      newRegion /platform/regions/new
      newRoutingRule /admin/routing/new
      newService /admin/services/new
      newTemplate /admin/templates/new
      nextAppeal /desk/next?from=view%3Dopen&after=ID
      openAppeal /kk/appeals/ID/open?key=KEY
      openAppeal /kk/appeals/ID/open?key=KEY&to=cure
      openByNumber /kk/a/75-26-000123/KEY
      openPart /kk/parts/ID/open?key=KEY
      openVisit /kk/v/ID/KEY
      oversight /oversight
      oversight /oversight?period=year
      oversightTable /oversight/figures.csv?period=year
      pack /admin/pack
      packFile /admin/pack.json
      part /kk/parts/ID
      partFile /kk/parts/ID/files/FILE
      passkeyOptions /account/passkeys/options
      passkeys /account/passkeys
      password /account/password
      priorityGroup /admin/priority-groups/ID
      priorityGroup /admin/priority-groups/ID?changed=CHANGE
      priorityGroups /admin/priority-groups
      providerCallback /sign-in/provider/callback
      providerSignIn /sign-in/provider
      providerSignIn /sign-in/provider?next=%2Fdesk
      question /en/appeals/new/text
      question /en/appeals/new/topic?from=check&all=
      rateAnswer /en/appeals/ID/rate
      ratingChoice /admin/ratings/ID
      ratingChoice /admin/ratings/ID?changed=CHANGE
      ratingChoices /admin/ratings
      receipt /kk/appeals/ID/receipt
      receiptFile /kk/appeals/ID/receipt.pdf
      reception /hall/HALL/reception
      reception /hall/HALL/reception?done=withdrawn
      region /admin/region
      regionSetup /platform/regions/setups/ID
      regionState /platform/regions/almaty
      regions /platform/regions?search=%D0%B0%D0%BB&state=trouble&after=almaty
      registerAppeal /desk/registrations/new
      registerAppeal /desk/registrations/new?key=KEY
      registerFile /desk/registers/file
      registerFile /desk/registers/file?format=csv&from=2026-01-01
      registerImport /desk/registers/imports/ID
      registerReport /desk/registers/imports/ID/report?format=csv
      registers /desk/registers
      registration /desk/registrations/ID
      registrationFile /desk/registrations/ID/receipt.pdf
      registrations /desk/registrations
      registrations /desk/registrations?after=ID
      resetAdministrator /platform/regions/almaty/administrator
      resetFactor /admin/staff/ID/second-factor
      residentAct /kk/appeals/ID/acts/ACT
      retention /admin/retention
      retentionTerm /admin/retention/files
      retentionTerm /admin/retention/files?amount=72
      role /admin/roles/clerk
      role /admin/roles/clerk?changed=CHANGE
      roles /admin/roles
      routingCounts /admin/routing/counts
      routingRule /admin/routing/ID
      routingRule /admin/routing/ID?changed=CHANGE
      routingRules /admin/routing
      sampleLetter /admin/region/letterhead.pdf?language=kk
      search /kk/search
      search /kk/search?q=%D1%81%D1%83+%D0%B6%D0%BE%D2%9B
      secondFactor /account/second-factor
      seeAs /account/see-as
      service /admin/services/ID
      service /admin/services/ID?changed=CHANGE
      services /admin/services
      sessions /account/sessions
      signIn /sign-in
      signIn /sign-in?next=%2Fdesk%3Fafter%3D1
      signInCode /sign-in/code
      signInCode /sign-in/code?next=%2Fdesk
      signInPasskey /sign-in/passkey
      signInProblem /sign-in?problem=lost
      signInProblem /sign-in?problem=lost&next=%2Fdesk
      signOut /sign-out
      slip /hall/HALL/visits/ID
      staff /admin/staff
      staff /admin/staff?role=clerk
      staffMember /admin/staff/ID
      staffMember /admin/staff/ID?changed=CHANGE
      takeoutFile /admin/data/ID/file
      template /admin/templates/ID
      template /admin/templates/ID?changed=CHANGE
      templates /admin/templates
      terms /admin/terms
      text /admin/texts/regions:home.title
      text /admin/texts/regions:home.title?changed=CHANGE
      texts /admin/texts
      texts /admin/texts?search=%D1%82%D0%B0%D0%BB%D0%BE%D0%BD&area=own
      track /en/track
      track /en/track?number=75-26-000001
      trackedAppeal /kk/appeals/ID
      tryRouting /admin/routing/try
      verifyLetter /kk/verify/CODE
      verifyLetter /ru/verify
      withNotice /admin/halls?changed=CHANGE
      withdrawAppeal /en/appeals/ID/withdraw
      workHalls /hall
      worklist /desk
      worklist /desk?view=open&after=CURSOR
      worklistNews /desk/news
      worklistTable /desk/appeals.csv
      worklistTable /desk/appeals.xlsx?view=open"
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
    '/қаз\u0001x',
    '',
    null,
  ])('%s leads nowhere else', (path) => {
    expect(ownPath(path, '/home')).toBe('/home')
  })
})

describe('a page of the staff', () => {
  it.each(['/desk', '/desk/appeals/1', '/hall/1/desk', '/admin/staff?role=clerk', '/account?lang=ru'])(
    'is %s',
    (path) => {
      expect(isStaffPath(path)).toBe(true)
    },
  )

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
