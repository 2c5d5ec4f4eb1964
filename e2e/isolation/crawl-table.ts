import { roles, type CrawlRole } from '../fixtures/cast.ts'

/** How a route answers a role: a status, or where it leads. */
export type Answer = number | string
type Answers = Readonly<Record<CrawlRole, Answer>>

interface CrawlEntry {
  /** GET with every id of the other region, in path and query. */
  readonly foreign: Answers
  /** GET of the same with the region's own ids: who may what at home. */
  readonly own: Answers
  /** POST with every id of the other region as fields, by the intents of the page's forms. */
  readonly post: Answers
  readonly intents?: readonly string[]
}

const everyone = (answer: Answer): Answers =>
  Object.fromEntries(roles.map((role) => [role, answer])) as Record<CrawlRole, Answer>
/** A page of a region, which does not exist on the platform's host. */
const ofRegion = (answer: Answer): Answers => ({ ...everyone(answer), operator: 404, overseer: 404 })
export const toSignIn = '/sign-in'
/** A page of a region's staff: others are led to the sign-in. */
const ofStaff = (answer: Answer): Answers => ({ ...ofRegion(answer), anonymous: toSignIn, resident: toSignIn })
/** A form of a region's staff: nobody is led away with words in hand, so who is signed out gets a page that keeps them. */
const ofStaffForm = (answer: Answer): Answers => ({ ...ofRegion(answer), anonymous: 401, resident: 401 })
/** A page of the administrator's; what its forms name is another region's. */
const ofAdmin = (answer: Answer): CrawlEntry => ({
  foreign: { ...ofStaff(403), regionAdmin: answer },
  own: { ...ofStaff(403), regionAdmin: answer },
  post: { ...ofStaffForm(403), regionAdmin: 404 },
})
/** A form of the administrator's that is sent without what it asks for. */
const newOfAdmin: CrawlEntry = { ...ofAdmin(200), post: { ...ofStaffForm(403), regionAdmin: 422 } }
/** A page of the platform's operator, whose forms are sent without what they ask for. */
const ofOperator: CrawlEntry = {
  foreign: { ...everyone(404), operator: 200, overseer: 403 },
  own: { ...everyone(404), operator: 200, overseer: 403 },
  post: { ...everyone(404), operator: 422, overseer: 403 },
}
/** A page of whoever works here, in a region or on the platform. */
const ofPeople = (answer: Answer): Answers => ({ ...everyone(answer), anonymous: toSignIn, resident: toSignIn })
const ofPeopleForm = (answer: Answer): Answers => ({ ...everyone(answer), anonymous: 401, resident: 401 })
/** A page of the register: of those who are cast here the dispatcher's alone. */
const ofRegistrar = (answer: Answer) => ({
  foreign: { ...ofStaff(403), dispatcher: answer },
  own: { ...ofStaff(403), dispatcher: answer },
})
/** A receipt of whoever asks. */
export const ownReceipt = '/:locale/appeals/:appealId/receipt'
/** On in the asker's list, or to the list where nothing is left in it. */
export const onInList = '/desk'
const exportedList: CrawlEntry = {
  foreign: { ...ofStaff(200), regionAdmin: 403 },
  own: { ...ofStaff(200), regionAdmin: 403 },
  post: everyone(405),
}
const ofResident = { foreign: ofRegion(404), post: everyone(405) }

/** Forms of an appeal's page, of the whole and of its shares. */
const deskIntents = [
  'classify assign forward draft template submit return sign note',
  'split contest keep redirect renewLink revokeLink addCosigner removeCosigner hold liftHold reopen decline unheard-of',
  'askTranslation finishTranslation declineTranslation askDraftTranslation takeTranslation',
].flatMap((intents) => intents.split(' '))

/**
 * Every route of app/routes.ts must stand here. `405`: the page takes no form, whoever asks. A form that is answered
 * 422 or leads on was judged by the region's own rows alone; what it shows is searched for the other's words all the same.
 */
export const crawl: Readonly<Record<string, CrawlEntry>> = {
  '/': {
    foreign: { ...everyone('/:locale'), operator: '/platform/regions', overseer: '/oversight' },
    own: { ...everyone('/:locale'), operator: '/platform/regions', overseer: '/oversight' },
    post: everyone(405),
  },
  '/brand.css': { foreign: ofRegion(200), own: ofRegion(200), post: everyone(405) },
  '/emblem/:emblemId': { foreign: ofRegion(404), own: ofRegion(404), post: everyone(405) },
  '/sign-in': { foreign: everyone(200), own: everyone(200), post: everyone(422) },
  '/sign-in/code': {
    foreign: everyone(toSignIn),
    own: everyone(toSignIn),
    post: everyone(401),
    intents: ['code', 'recovery'],
  },
  '/sign-in/passkey': { foreign: everyone(404), own: everyone(404), post: everyone(200) },
  // Without a provider there is nowhere to go, and nothing that could come back.
  '/sign-in/provider': { foreign: everyone(404), own: everyone(404), post: everyone(405) },
  '/sign-in/provider/callback': { foreign: ofRegion(toSignIn), own: ofRegion(toSignIn), post: everyone(405) },
  '/sign-out': { foreign: everyone(toSignIn), own: everyone(toSignIn), post: everyone(422) },
  '/forgotten-password': { foreign: everyone(200), own: everyone(200), post: everyone('/forgotten-password?sent') },
  '/new-password': { foreign: everyone(200), own: everyone(200), post: everyone(422) },
  '/:locale': { foreign: ofRegion(200), own: ofRegion(200), post: everyone(405) },
  '/:locale/search': { foreign: ofRegion(200), own: ofRegion(200), post: everyone(405) },
  '/:locale/appeals/new': { foreign: ofRegion(200), own: ofRegion(200), post: ofRegion('/ru/appeals/new/intent') },
  // Without a draft only the first question is asked; whoever has sent theirs is led to their own receipt.
  '/:locale/appeals/new/:question': {
    foreign: { ...ofRegion('/ru/appeals/new?lost='), resident: ownReceipt },
    own: { ...ofRegion('/ru/appeals/new?lost='), resident: ownReceipt },
    post: ofRegion(422),
  },
  '/:locale/appeals/new/place': {
    foreign: { ...ofRegion('/ru/appeals/new?lost='), resident: ownReceipt },
    own: { ...ofRegion('/ru/appeals/new?lost='), resident: ownReceipt },
    post: ofRegion('/ru/appeals/new/intent?lost='),
  },
  '/:locale/appeals/new/files': {
    foreign: { ...ofRegion('/ru/appeals/new?lost='), resident: ownReceipt },
    own: { ...ofRegion('/ru/appeals/new?lost='), resident: ownReceipt },
    post: ofRegion(404),
    intents: ['remove', 'unheard-of'],
  },
  '/:locale/appeals/new/cosigners': {
    foreign: { ...ofRegion('/ru/appeals/new?lost='), resident: ownReceipt },
    own: { ...ofRegion('/ru/appeals/new?lost='), resident: ownReceipt },
    post: ofRegion(404),
    intents: ['add', 'remove', 'unheard-of'],
  },
  '/:locale/appeals/new/check': {
    foreign: { ...ofRegion('/ru/appeals/new?lost='), resident: ownReceipt },
    own: { ...ofRegion('/ru/appeals/new?lost='), resident: ownReceipt },
    post: { ...ofRegion('/ru/appeals/new?lost='), resident: ownReceipt },
  },
  '/:locale/appeals/:appealId': {
    ...ofResident,
    // On a resident's path everybody is a resident, staff too.
    own: { anonymous: 404, resident: 200, dispatcher: 404, clerk: 404, regionAdmin: 404, operator: 404, overseer: 404 },
  },
  '/:locale/appeals/:appealId/receipt': {
    ...ofResident,
    own: { anonymous: 404, resident: 200, dispatcher: 404, clerk: 404, regionAdmin: 404, operator: 404, overseer: 404 },
  },
  // The letter of another region is as unknown as any.
  '/:locale/verify': { foreign: ofRegion(200), own: ofRegion(200), post: everyone(405) },
  '/:locale/verify/:code': { foreign: ofRegion(404), own: ofRegion(404), post: everyone(405) },
  '/:locale/appeals/:appealId/receipt.pdf': {
    ...ofResident,
    own: { anonymous: 404, resident: 200, dispatcher: 404, clerk: 404, regionAdmin: 404, operator: 404, overseer: 404 },
  },
  '/:locale/appeals/:appealId/letters/:letterId': { ...ofResident, own: ofRegion(404) },
  '/:locale/appeals/:appealId/open': { ...ofResident, own: ofRegion(404) },
  '/:locale/a/:number/:key': { ...ofResident, own: ofRegion(404) },
  // The resident's own ids here are the appeal's alone: it has brought no file.
  '/:locale/appeals/:appealId/files/:fileId': { ...ofResident, own: ofRegion(404) },
  '/:locale/appeals/:appealId/information': {
    foreign: ofRegion(404),
    own: {
      anonymous: 404,
      resident: '?draft',
      dispatcher: 404,
      clerk: 404,
      regionAdmin: 404,
      operator: 404,
      overseer: 404,
    },
    post: ofRegion(404),
    intents: ['add', 'remove', 'unheard-of'],
  },
  '/:locale/appeals/:appealId/withdraw': {
    foreign: ofRegion(404),
    own: { anonymous: 404, resident: 200, dispatcher: 404, clerk: 404, regionAdmin: 404, operator: 404, overseer: 404 },
    post: ofRegion(404),
  },
  // The region's own appeal has no act; the other region's is as unknown as any.
  '/:locale/appeals/:appealId/acts/:actId': { foreign: ofRegion(404), own: ofRegion(404), post: ofRegion(404) },
  // Nothing is asked of this resident.
  '/:locale/appeals/:appealId/cure': {
    foreign: ofRegion(404),
    own: ofRegion(404),
    post: ofRegion(404),
    intents: ['bring', 'remove', 'unheard-of'],
  },
  '/:locale/appeals/:appealId/rate': {
    foreign: ofRegion(404),
    own: { anonymous: 404, resident: 200, dispatcher: 404, clerk: 404, regionAdmin: 404, operator: 404, overseer: 404 },
    post: ofRegion(404),
  },
  // Nobody here has opened a link of a body without accounts.
  '/:locale/parts/:linkId': {
    foreign: ofRegion(404),
    own: ofRegion(404),
    post: ofRegion(404),
    intents: ['answer', 'remove', 'contest', 'unheard-of'],
  },
  '/:locale/parts/:linkId/open': { ...ofResident, own: ofRegion(404) },
  '/:locale/parts/:linkId/files/:fileId': { ...ofResident, own: ofRegion(404) },
  '/:locale/track': { foreign: ofRegion(200), own: ofRegion(200), post: ofRegion(422) },
  '/invitations/:invitationId': { foreign: ofRegion(404), own: ofRegion(404), post: ofRegion(404) },
  '/desk': {
    foreign: { ...ofStaff(200), regionAdmin: '/admin' },
    own: { ...ofStaff(200), regionAdmin: '/admin' },
    post: ofStaffForm(404),
    intents: ['assign', 'change', 'remove', 'unheard-of'],
  },
  // What a script asks; it is told of the asker's own list.
  '/desk/news': { foreign: ofStaff(404), own: ofStaff(404), post: ofStaffForm(200), intents: ['news'] },
  // A clerk's page, for a template of the region; the others write no answers.
  '/desk/answers': {
    foreign: { ...ofStaff(403), clerk: 404 },
    own: { ...ofStaff(403), clerk: 404 },
    post: { ...ofStaffForm(403), clerk: 404 },
  },
  '/desk/appeals.csv': exportedList,
  '/desk/appeals.xlsx': exportedList,
  '/desk/next': { foreign: ofStaff(onInList), own: ofStaff(onInList), post: everyone(405) },
  '/desk/registrations': { ...ofRegistrar(200), post: everyone(405) },
  '/desk/registrations/new': {
    ...ofRegistrar('?key'),
    post: { ...ofStaffForm(403), dispatcher: 404 },
    intents: ['remove'],
  },
  // What the resident here sent came by the portal, and was registered by nobody.
  '/desk/registrations/:appealId': { foreign: ofStaff(404), own: ofStaff(404), post: everyone(405) },
  '/desk/registrations/:appealId/receipt.pdf': { foreign: ofStaff(404), own: ofStaff(404), post: everyone(405) },
  '/desk/cures': { ...ofRegistrar(200), post: everyone(405) },
  '/desk/appeals/:appealId/correction': {
    foreign: ofStaff(404),
    own: { ...ofStaff(404), dispatcher: 200 },
    post: ofStaffForm(404),
    intents: ['correct'],
  },
  '/desk/appeals/:appealId/cure': {
    foreign: ofStaff(404),
    own: { ...ofStaff(404), dispatcher: 200 },
    post: ofStaffForm(404),
    intents: ['ask', 'settle'],
  },
  '/desk/appeals/:appealId': {
    foreign: ofStaff(404),
    own: { ...ofStaff(404), dispatcher: 200 },
    post: ofStaffForm(404),
    intents: deskIntents,
  },
  '/desk/appeals/:appealId/compare': {
    foreign: ofStaff(404),
    own: { ...ofStaff(404), dispatcher: 200 },
    post: ofStaffForm(404),
    intents: ['merge', 'unmerge', 'relate', 'unrelate', 'unheard-of'],
  },
  '/desk/acts': { foreign: ofStaff(200), own: ofStaff(200), post: everyone(405) },
  // An address that names no kind of act leads nowhere.
  '/desk/appeals/:appealId/acts/new': { foreign: ofStaff(404), own: ofStaff(404), post: ofStaffForm(404) },
  '/desk/appeals/:appealId/acts/:actId': {
    foreign: ofStaff(404),
    own: ofStaff(404),
    post: ofStaffForm(404),
    intents: ['redraft', 'approve', 'return', 'discard', 'sign', 'tell', 'protocol', 'unheard-of'],
  },
  '/desk/appeals/:appealId/live': {
    foreign: ofStaff(404),
    own: { ...ofStaff(404), dispatcher: 200 },
    post: ofStaffForm(404),
    intents: ['draft', 'present', 'unheard-of'],
  },
  '/desk/appeals/:appealId/bundle.zip': {
    foreign: ofStaff(404),
    own: { ...ofStaff(404), dispatcher: 200 },
    post: everyone(405),
  },
  '/desk/registers': {
    foreign: { ...ofStaff(403), dispatcher: 200 },
    own: { ...ofStaff(403), dispatcher: 200 },
    // Without a file: a form of files is judged by who may bring one.
    post: { ...ofStaffForm(403), dispatcher: 422 },
    intents: ['take'],
  },
  '/desk/registers/file': {
    foreign: { ...ofStaff(403), dispatcher: 200 },
    own: { ...ofStaff(403), dispatcher: 200 },
    post: everyone(405),
  },
  '/desk/registers/imports/:importId': {
    foreign: { ...ofStaff(403), dispatcher: 404 },
    own: { ...ofStaff(403), dispatcher: 404 },
    post: { ...ofStaffForm(403), dispatcher: 404 },
    intents: ['apply', 'discard'],
  },
  '/desk/registers/imports/:importId/report': {
    foreign: { ...ofStaff(403), dispatcher: 404 },
    own: { ...ofStaff(403), dispatcher: 404 },
    post: everyone(405),
  },
  '/desk/appeals/:appealId/files/:fileId/black-out': {
    foreign: ofStaff(404),
    own: ofStaff(404),
    post: ofStaffForm(404),
    intents: ['make', 'publish', 'unheard-of'],
  },
  '/desk/appeals/:appealId/files/:fileId': { foreign: ofStaff(404), own: ofStaff(404), post: everyone(405) },
  '/desk/appeals/:appealId/letters/:letterId': { foreign: ofStaff(404), own: ofStaff(404), post: everyone(405) },
  '/account': {
    foreign: ofPeople(200),
    own: ofPeople(200),
    post: { ...ofPeopleForm('/account'), operator: 404, overseer: 404 },
  },
  // Nobody has asked for a key here, so there is none to confirm.
  '/account/second-factor': {
    foreign: ofPeople(200),
    own: ofPeople(200),
    post: ofPeopleForm(409),
    intents: ['confirm'],
  },
  '/account/sessions': { foreign: ofPeople(200), own: ofPeople(200), post: ofPeopleForm(404), intents: ['revoke'] },
  '/account/passkeys': {
    foreign: ofPeople(200),
    own: ofPeople(200),
    post: ofPeopleForm(404),
    intents: ['rename', 'remove'],
  },
  '/account/see-as': {
    foreign: { ...everyone('/account'), anonymous: toSignIn, resident: toSignIn },
    own: { ...everyone('/account'), anonymous: toSignIn, resident: toSignIn },
    post: { ...ofPeopleForm('/account'), operator: 404, overseer: 404 },
  },
  '/account/passkeys/options': { foreign: everyone(404), own: everyone(404), post: ofPeopleForm(422) },
  '/account/password': { foreign: ofPeople(200), own: ofPeople(200), post: ofPeopleForm(422) },
  '/admin': { ...ofAdmin(200), post: everyone(405) },
  '/admin/search': { ...ofAdmin(200), post: everyone(405) },
  '/admin/region': { ...newOfAdmin, intents: ['change', 'terms'] },
  '/admin/region/letterhead.pdf': { ...ofAdmin(200), post: everyone(405) },
  '/admin/texts': { ...ofAdmin(200), post: everyone(405) },
  '/admin/texts/:textKey': { ...newOfAdmin, intents: ['save_kk', 'preview_ru'] },
  '/admin/agencies': { ...ofAdmin(200), intents: ['move'] },
  '/admin/agencies/new': newOfAdmin,
  '/admin/agencies/:agencyId': { ...ofAdmin(404), intents: ['dropName', 'retire', 'bringBack'] },
  '/admin/categories': { ...ofAdmin(200), intents: ['move'] },
  '/admin/categories/new': newOfAdmin,
  '/admin/categories/:categoryId': { ...ofAdmin(404), intents: ['retire', 'bringBack'] },
  '/admin/districts': { ...ofAdmin(200), intents: ['move'] },
  '/admin/districts/new': newOfAdmin,
  '/admin/districts/:districtId': { ...ofAdmin(404), intents: ['retire', 'bringBack'] },
  '/admin/halls': { ...ofAdmin(200), intents: ['move'] },
  '/admin/halls/new': newOfAdmin,
  '/admin/halls/:hallId': { ...ofAdmin(404), intents: ['addDesk', 'move', 'retire', 'bringBack'] },
  '/admin/halls/:hallId/desks/:deskId': { ...ofAdmin(404), intents: ['change', 'retire', 'bringBack'] },
  '/admin/services': { ...ofAdmin(200), intents: ['move'] },
  '/admin/services/new': newOfAdmin,
  '/admin/services/:serviceId': { ...ofAdmin(404), intents: ['retire', 'bringBack'] },
  '/admin/priority-groups': { ...ofAdmin(200), intents: ['move'] },
  '/admin/priority-groups/new': newOfAdmin,
  '/admin/priority-groups/:groupId': { ...ofAdmin(404), intents: ['retire', 'bringBack'] },
  '/hall': { foreign: { ...ofStaff(403), clerk: 200 }, own: { ...ofStaff(403), clerk: 200 }, post: everyone(405) },
  '/hall/:hallId/reception': {
    foreign: ofStaff(403),
    own: ofStaff(403),
    post: ofStaffForm(404),
    intents: ['open'],
  },
  '/hall/:hallId/visits/:visitId': { foreign: ofStaff(403), own: ofStaff(403), post: everyone(405) },
  '/hall/:hallId/desk': {
    foreign: { ...ofStaff(403), clerk: 404 },
    own: { ...ofStaff(403), clerk: 404 },
    post: { ...ofStaffForm(403), clerk: 404 },
    intents: 'open close pause goOn call recall start miss hold resume sendAway comeBack finish handOver'.split(' '),
  },
  '/:locale/visits/:visitId': { ...ofResident, own: ofRegion(404) },
  '/:locale/v/:visitId/:key': { ...ofResident, own: ofRegion(404) },
  '/admin/hotlines': { ...ofAdmin(200), intents: ['move'] },
  '/admin/hotlines/new': newOfAdmin,
  '/admin/hotlines/:hotlineId': { ...ofAdmin(404), intents: ['retire', 'bringBack'] },
  '/admin/interpreters': { ...ofAdmin(200), intents: ['move'] },
  '/admin/interpreters/new': newOfAdmin,
  '/admin/interpreters/:interpreterId': { ...ofAdmin(404), intents: ['retire', 'bringBack'] },
  '/admin/templates': { ...ofAdmin(200), intents: ['move'] },
  '/admin/templates/new': newOfAdmin,
  '/admin/templates/:templateId': { ...ofAdmin(404), intents: ['retire', 'bringBack'] },
  '/admin/routing': { ...ofAdmin(200), intents: ['move'] },
  '/admin/routing/new': ofAdmin(200),
  // What is tried is judged by the region's own rules, and nothing is written.
  '/admin/routing/try': newOfAdmin,
  '/admin/routing/counts': { ...ofAdmin(200), post: everyone(405) },
  '/admin/routing/:ruleId': { ...ofAdmin(404), intents: ['retire', 'bringBack'] },
  '/admin/roles': { ...ofAdmin(200), post: everyone(405) },
  '/admin/roles/:role': { ...newOfAdmin, intents: ['save', 'see'] },
  '/admin/ratings': { ...ofAdmin(200), intents: ['move'] },
  '/admin/ratings/new': newOfAdmin,
  '/admin/ratings/:choiceId': { ...ofAdmin(404), intents: ['retire', 'bringBack'] },
  '/admin/calendar': { ...ofAdmin(200), post: everyone(405) },
  '/admin/calendar/day': { ...newOfAdmin, intents: ['add', 'move', 'remove'] },
  '/admin/calendar/hours': newOfAdmin,
  '/admin/calendar/changes/:calendarChangeId': { ...ofAdmin(404), intents: ['apply', 'discard', 'takeBack'] },
  '/admin/pack': { ...ofAdmin(200), post: everyone(405) },
  '/admin/pack.json': { ...ofAdmin(200), post: everyone(405) },
  // Sent without a tick, nothing is taken.
  '/admin/pack/compare': newOfAdmin,
  '/admin/terms': { ...newOfAdmin, intents: ['add', 'drop'] },
  '/admin/sign-in': { ...newOfAdmin, intents: ['change', 'addRole'] },
  '/admin/launch': { ...newOfAdmin, intents: ['', 'goLive'] },
  // Nothing is typed into it, and nothing of it stays.
  '/admin/launch/dry-run': { ...ofAdmin(200), post: { ...ofStaffForm(403), regionAdmin: 200 } },
  '/admin/staff': { ...ofAdmin(200), intents: ['', 'resend', 'withdraw'] },
  '/admin/staff/import': { ...newOfAdmin, intents: ['judge', 'invite'] },
  '/admin/staff/:staffMemberId': { ...ofAdmin(404), intents: ['change', 'retire', 'bringBack'] },
  '/admin/staff/:staffMemberId/second-factor': ofAdmin(404),
  '/admin/erasures': ofAdmin(200),
  // A password is asked for.
  '/admin/data': newOfAdmin,
  '/admin/data/:takeoutId/file': {
    foreign: ofRegion(405),
    own: ofRegion(405),
    post: { ...ofStaffForm(403), regionAdmin: 404 },
  },
  '/admin/domain': {
    ...ofAdmin(404),
    foreign: ofAdmin(200).foreign,
    own: ofAdmin(200).own,
    intents: ['check', 'show', 'showGiven', 'remove'],
  },
  '/admin/retention': { ...ofAdmin(200), post: everyone(405) },
  // The kinds are the code's, the same in every region.
  '/admin/retention/:termKind': { ...newOfAdmin, intents: ['try', 'change'] },
  '/admin/changes/:changeId': ofAdmin(404),
  '/oversight': {
    foreign: { ...everyone(404), operator: 403, overseer: 200 },
    own: { ...everyone(404), operator: 403, overseer: 200 },
    post: everyone(405),
  },
  '/oversight/figures.csv': {
    foreign: { ...everyone(404), operator: 403, overseer: 200 },
    own: { ...everyone(404), operator: 403, overseer: 200 },
    post: everyone(405),
  },
  '/platform/regions': { ...ofOperator, post: everyone(405) },
  '/platform/regions/new': ofOperator,
  '/platform/regions/setups/:setupId': {
    foreign: { ...ofOperator.foreign, operator: 404 },
    own: { ...ofOperator.own, operator: 404 },
    post: { ...everyone(404), overseer: 403 },
    intents: ['retry', 'forget'],
  },
  '/platform/regions/:slug': {
    ...ofOperator,
    // Without a reason nothing is suspended, and without an archive nothing copied.
    intents: ['suspend', 'copy'],
  },
  '/platform/calendar': { ...ofOperator, post: everyone(405) },
  '/platform/calendar/day': { ...ofOperator, intents: ['add', 'move', 'remove'] },
  '/platform/calendar/changes/:countryChangeId': {
    foreign: { ...ofOperator.foreign, operator: 404 },
    own: { ...ofOperator.own, operator: 404 },
    post: { ...everyone(404), overseer: 403 },
    intents: ['announce', 'apply', 'discard', 'takeBack'],
  },
  '/platform/regions/:slug/administrator': {
    foreign: { ...everyone(404), operator: 200, overseer: 403 },
    own: { ...everyone(404), operator: 200, overseer: 403 },
    // The operator's own password is asked for, and the crawl has another's.
    post: { ...everyone(404), operator: 422, overseer: 403 },
  },
  '/*': { foreign: everyone(404), own: everyone(404), post: everyone(404) },
}
