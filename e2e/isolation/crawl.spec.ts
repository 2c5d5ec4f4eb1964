import { agencyId } from '../fixtures/database.ts'
import { hostOf, platformHost, sharedHouse } from '../fixtures/house.ts'
import { hiddenField, unescaped, visitorOf, type Fields, type Reply, type Visitor } from '../fixtures/http.ts'
import { signIn } from '../fixtures/people.ts'
import { allRoutes, pathFor, type KnownRoute } from '../fixtures/routes.ts'
import { expect, test } from '../fixtures/test.ts'
import { cast, roles, type CrawlRole } from '../fixtures/cast.ts'
import { plantWitness, type Witness } from '../fixtures/witness.ts'
import { type Answer, toSignIn, onInList, ownReceipt, crawl } from './crawl-table.ts'

test('every route has its place in the crawl, and nothing else has', async () => {
  const patterns = (await allRoutes()).map(({ pattern }) => pattern)
  expect(Object.keys(crawl).toSorted()).toEqual(patterns.toSorted())
})

/** Every id of a region as the parameters, queries and fields of our pages are called. */
function idsOf({ ids, number, code, key, invitation, resetToken, cursor, person, filed }: Witness): Fields {
  return {
    ...ids,
    id: ids.appealId,
    appeal: ids.appealId,
    number,
    code,
    token: invitation.token,
    after: cursor,
    reset: resetToken,
    email: person.email,
    password: person.password,
    currentPassword: person.password,
    secondFactorCode: '123456',
    recoveryCode: 'AAAAA AAAAA',
    passkeyReply: '{"id":"x","response":{"clientDataJSON":"x"}}',
    name: 'Үлгі',
    fullName: filed.form.fullName,
    role: 'clerk',
    locale: 'ru',
    outcome: 'satisfied',
    text: 'Жауап: мәселе толық шешілді',
    version: '1',
    draftVersion: '0',
    forwardTo: ids.agencyId,
    categoryId: ids.categoryId,
    ofCategoryId: ids.categoryId,
    mention: ids.staffId,
    legalKind: 'report',
    reason: 'Үлгі себеп',
    note: 'Үлгі жазба',
    doing: 'viewing',
    submissionKey: filed.receipt.appealId,
    key,
    assignmentId: ids.shareId,
    toAgency: ids.agencyId,
    rightAgency: ids.agencyId,
    lead: ids.agencyId,
    body1: ids.categoryId,
    part1: 'Үлгі бөлік',
    why: 'Үлгі себеп',
    toLanguage: 'kk',
    fromLanguage: 'kk',
    requestId: ids.translationId,
    translation: 'Үлгі аударма',
    signerName: 'Үлгі',
    signerPost: 'Үлгі',
    contestName: 'Үлгі',
    contestPost: 'Үлгі',
    attachmentId: ids.fileId,
    with: ids.appealId,
    otherId: ids.appealId,
    otherVersion: '1',
    mergeReason: 'Үлгі себеп',
    unmergeReason: 'Үлгі себеп',
    relateReason: 'Үлгі себеп',
    relationKind: 'related',
    endReason: 'Үлгі себеп',
    holdReason: 'Үлгі себеп',
    liftReason: 'Үлгі себеп',
    holdId: ids.appealId,
    hostId: ids.appealId,
    cosignerId: ids.cosignerId,
    leftReason: 'Үлгі себеп',
    signerEmail: filed.form.email,
    signerLanguage: 'ru',
    at: '0',
    cureId: ids.cureId,
    everywhere: 'no',
    direction: 'up',
    label: '1',
    nameId: ids.agencyId,
    roles: 'dispatcher',
    changed: ids.changeId,
    left1: '1',
    top1: '1',
    width1: '1',
    height1: '1',
    publishable: 'yes',
    ground: 'asked',
    paper: '№ 1',
    sure: 'yes',
    kind: 'extension',
    until: '20.01.2027',
    toldOn: '23.11.2026',
    toldWay: 'hand',
    toldRef: 'Үлгі',
    attendance: 'came',
    position: 'objects',
    saved: ids.appealId,
    choiceId: ids.choiceId,
    words: 'Үлгі сөз',
    reopenTo: ids.agencyId,
    reopenWhy: 'Үлгі себеп',
    declineWhy: 'Үлгі себеп',
    meaning: 'solved',
    address: 'Үлгі мекенжай, 1',
    phone: '',
  }
}

/** What of the other region stands in a reply, but for what the asker said itself. */
function leakedIn(reply: Reply, said: string, { secrets }: Witness): string[] {
  const shown = unescaped(reply.body) + decodeURIComponent(JSON.stringify(reply.headers))
  return secrets.filter((secret) => shown.includes(secret) && !said.includes(secret))
}

const answerOf = ({ status, headers }: Reply): Answer => {
  const to = headers.location
  if (status < 300 || status > 399 || to === undefined) return status
  if (/^\/(kk|ru|en)$/.test(to)) return '/:locale'
  if (/^\/ru\/appeals\/[0-9a-f-]{36}\/receipt$/.test(to)) return ownReceipt
  if (/\/registrations\/new\?key=[0-9a-f-]{36}$/.test(to)) return '?key'
  if (/\/information\?draft=[0-9a-f-]{36}$/.test(to)) return '?draft'
  if (/^\/desk(\/appeals\/[0-9a-f-]{36})?\?/.test(to)) return onInList
  return to.startsWith('/sign-in') ? toSignIn : to
}

const paramsOf = (witness: Witness, appealId: string) => ({
  locale: 'ru',
  // A question whose answer none of the other region's ids is.
  question: 'person',
  appealId,
  fileId: witness.ids.fileId,
  number: witness.number,
  key: witness.key,
  letterId: witness.ids.letterId,
  actId: witness.ids.actId,
  code: witness.letterCode,
  templateId: witness.ids.templateId,
  choiceId: witness.ids.choiceId,
  emblemId: witness.ids.emblemId,
  // Every region has the same texts.
  textKey: 'regions:home.title',
  // And the same kinds of what is kept.
  termKind: 'files',
  // And the same roles.
  role: 'clerk',
  importId: witness.ids.importId,
  invitationId: witness.ids.invitationId,
  linkId: witness.ids.linkId,
  agencyId: witness.ids.agencyId,
  categoryId: witness.ids.categoryId,
  districtId: witness.ids.districtId,
  hallId: witness.ids.hallId,
  deskId: witness.ids.deskId,
  hotlineId: witness.ids.hotlineId,
  serviceId: witness.ids.serviceId,
  groupId: witness.ids.groupId,
  visitId: witness.ids.visitId,
  interpreterId: witness.ids.interpreterId,
  ruleId: witness.ids.ruleId,
  staffMemberId: witness.ids.staffMemberId,
  changeId: witness.ids.changeId,
  calendarChangeId: witness.ids.calendarChangeId,
  countryChangeId: witness.ids.calendarChangeId,
  takeoutId: witness.ids.calendarChangeId,
  setupId: witness.ids.calendarChangeId,
  // What the platform's operator may see of any region.
  slug: 'shymkent',
  '*': `regions/shymkent/appeals/${witness.ids.appealId}`,
})

const anInvitation = () => ({ submissionKey: crypto.randomUUID(), fullName: 'Үлгі', email: 'x@x.example' })

test.describe('one region asked for everything of another', () => {
  // The crawl asks one by one; it begins when the witness stands.
  let witness: Witness
  let people: Awaited<ReturnType<typeof cast>>
  let routes: KnownRoute[]

  test.beforeAll(async () => {
    witness = await plantWitness(sharedHouse(), 'shymkent')
    people = await cast(sharedHouse(), 'almaty')
    routes = await allRoutes()
  })
  test.afterAll(() => roles.forEach((role) => people[role].close()))

  /** Asks as `role` and notes what came otherwise than expected, or from the other region. */
  function crawlerOf(role: CrawlRole) {
    const surprises: string[] = []
    const note = (asked: string, reply: Reply, said: string, expected: Answer | undefined) => {
      const leaked = leakedIn(reply, said, witness)
      if (leaked.length > 0) surprises.push(`${asked} leaks ${leaked.join(', ')}`)
      if (answerOf(reply) !== expected) surprises.push(`${asked}: ${answerOf(reply)} and not ${expected}`)
    }
    return { visitor: people[role], note, surprises }
  }

  for (const role of roles) {
    test(`${role}: path and query`, async () => {
      const { visitor, note, surprises } = crawlerOf(role)
      for (const route of routes) {
        const path = pathFor(route, paramsOf(witness, witness.ids.appealId))
        const query = new URLSearchParams(idsOf(witness)).toString()
        for (const asked of [path, `${path}?${query}`]) {
          const said = decodeURIComponent(asked)
          const expected = crawl[route.pattern]?.foreign[role]
          note(`GET ${asked}`, await visitor.ask(asked), said, expected)
          const head = await visitor.ask(asked, { method: 'HEAD' })
          note(`HEAD ${asked}`, head, said, expected)
          if (head.body !== '') surprises.push(`HEAD ${asked} has a body`)
        }
      }
      expect(surprises).toEqual([])
    })

    test(`${role}: forms`, async () => {
      const { visitor, note, surprises } = crawlerOf(role)
      const draft = visitor.cookies.get('bt_draft')
      for (const route of routes) {
        const entry = crawl[route.pattern]
        const path = pathFor(route, paramsOf(witness, witness.ids.appealId))
        for (const intent of entry?.intents ?? ['']) {
          const fields = { ...idsOf(witness), intent }
          const said = path + JSON.stringify(fields)
          note(`POST ${path} ${intent}`, await visitor.send(path, fields), said, entry?.post[role])
        }
      }
      // A place left empty is an answer, and so begins an appeal; the pages below are asked for without one.
      if (draft) visitor.cookies.set('bt_draft', draft)
      else visitor.cookies.delete('bt_draft')
      expect(surprises).toEqual([])
    })

    test(`${role}: the doors that only scripts knock on, and other methods`, async () => {
      const { visitor, note, surprises } = crawlerOf(role)
      for (const route of routes) {
        const path = pathFor(route, paramsOf(witness, witness.ids.appealId))
        const data = path === '/' ? '/_root.data' : `${path}.data`
        note(`GET ${data}`, await visitor.ask(data), data, 404)
        const loaderOnly = `${path}?_data=${route.file.replace(/\.tsx?$/, '')}`
        note(`GET ${loaderOnly}`, await visitor.ask(loaderOnly), loaderOnly, 404)
        for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
          note(`${method} ${path}`, await visitor.ask(path, { method, body: '' }), path, 405)
        }
      }
      const manifest = `/__manifest?p=/desk/appeals/${witness.ids.appealId}&version=1`
      note(`GET ${manifest}`, await visitor.ask(manifest), manifest, 404)
      expect(surprises).toEqual([])
    })

    test(`${role}: the region's own pages`, async () => {
      const { visitor, note, surprises } = crawlerOf(role)
      for (const route of routes) {
        const path = pathFor(route, paramsOf(witness, people.own.receipt.appealId))
        note(`GET ${path}`, await visitor.ask(path), path, crawl[route.pattern]?.own[role])
      }
      expect(surprises).toEqual([])
    })
  }

  test('one id of the other region among our own is as good as none', async ({ house }) => {
    const { dispatcher, regionAdmin, resident, anonymous } = people
    const ours = people.own.receipt
    const desk = `/desk/appeals/${ours.appealId}`
    const version = hiddenField((await dispatcher.ask(desk)).body, 'version')
    const transport = await agencyId(house, 'almaty', 'passenger-transport')
    const tries: [string, Visitor, string, Fields, Answer][] = [
      ['a foreign agency', dispatcher, desk, { intent: 'assign', version, agencyId: witness.ids.agencyId }, 404],
      ['a foreign body', dispatcher, desk, { intent: 'forward', version, forwardTo: witness.ids.agencyId }, 404],
      [
        'a foreign category',
        dispatcher,
        desk,
        { intent: 'classify', version, legalKind: 'report', categoryId: witness.ids.categoryId },
        404,
      ],
      [
        'a foreign colleague',
        dispatcher,
        desk,
        { intent: 'note', submissionKey: crypto.randomUUID(), note: 'Үлгі жазба', mention: witness.ids.staffId },
        404,
      ],
      [
        'a foreign request for a translation',
        dispatcher,
        desk,
        { intent: 'finishTranslation', requestId: witness.ids.translationId, translation: 'Үлгі аударма' },
        404,
      ],
      [
        "a foreign appeal, our own agency's id",
        dispatcher,
        `/desk/appeals/${witness.ids.appealId}`,
        { intent: 'assign', version, agencyId: transport },
        404,
      ],
      [
        'a clerk for a foreign agency',
        regionAdmin,
        '/admin/staff',
        { ...anInvitation(), role: 'clerk', agencyId: witness.ids.agencyId, locale: 'ru' },
        404,
      ],
      ['our number, foreign code', resident, '/ru/track', { number: ours.number, code: witness.code }, 422],
      ['foreign number and code', anonymous, '/ru/track', { number: witness.number, code: witness.code }, 422],
      [
        'a foreign invitation',
        anonymous,
        `/invitations/${witness.ids.invitationId}`,
        { token: witness.invitation.token, password: 'ұзақ құпия сөз' },
        404,
      ],
      ['a foreign reset', anonymous, '/new-password', { token: witness.resetToken, password: 'ұзақ құпия сөз 1' }, 422],
      [
        'foreign people',
        anonymous,
        '/sign-in',
        { email: witness.person.email, password: witness.person.password },
        422,
      ],
    ]
    for (const [name, who, path, fields, expected] of tries) {
      const reply = await who.send(path, fields)
      expect.soft(leakedIn(reply, path + JSON.stringify(fields), witness), name).toEqual([])
      expect.soft(answerOf(reply), name).toBe(expected)
    }
  })

  test('a session and a grant of one region are nothing in another', async ({ house }) => {
    const there = visitorOf(house, hostOf('shymkent'))
    for (const role of ['dispatcher', 'resident', 'operator', 'overseer'] as const) {
      for (const [name, value] of people[role].cookies) there.cookies.set(name, value)
    }
    const account = ['', '/second-factor', '/sessions', '/passkeys', '/password'].map((page) => `/account${page}`)
    const paths = [`/desk/appeals/${witness.ids.appealId}`, '/desk', '/admin/staff', ...account]
    for (const path of paths) expect(answerOf(await there.ask(path)), path).toBe(toSignIn)
    expect(answerOf(await there.ask(`/ru/appeals/${witness.ids.appealId}`))).toBe(404)
    expect(answerOf(await there.ask(`/ru/appeals/${people.own.receipt.appealId}`))).toBe(404)

    const platform = visitorOf(house, platformHost)
    for (const [name, value] of people.dispatcher.cookies) platform.cookies.set(name, value)
    expect(answerOf(await platform.ask('/platform/regions'))).toBe(toSignIn)
    const operator = await signIn(house, house.operator)
    const asked = await visitorWith(house, operator).ask('/desk')
    expect(answerOf(asked)).toBe(toSignIn)
  })

  const visitorWith = (house: Parameters<typeof visitorOf>[0], other: Visitor) => {
    const visitor = visitorOf(house, hostOf('almaty'))
    for (const [name, value] of other.cookies) visitor.cookies.set(name, value)
    return visitor
  }

  test('the witness itself sees everything of its own', async ({ house }) => {
    const dispatcher = await signIn(house, witness.person)
    const { status, body } = await dispatcher.ask(`/desk/appeals/${witness.ids.appealId}`)
    expect(status).toBe(200)
    for (const words of [witness.filed.form.text, witness.filed.form.email, witness.answer]) {
      expect(unescaped(body)).toContain(words)
    }
  })
})
