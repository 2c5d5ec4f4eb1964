import { index, layout, prefix, route, type RouteConfig } from '@remix-run/route-config'

export default [
  // Anyone, on any of our hosts
  index('routes/entrance.tsx'),
  route('brand.css', 'routes/brand.ts'),
  route('sign-in', 'routes/accounts/sign-in.tsx'),
  route('sign-in/code', 'routes/accounts/sign-in-code.tsx'),
  route('sign-in/passkey', 'routes/accounts/sign-in-passkey.ts'),
  route('sign-out', 'routes/accounts/sign-out.tsx'),
  route('forgotten-password', 'routes/accounts/forgotten-password.tsx'),
  route('new-password', 'routes/accounts/new-password.tsx'),

  // Whoever works here, in a region or on the platform: their own account
  layout('routes/accounts/layout.tsx', [
    route('account', 'routes/accounts/account.tsx'),
    route('account/second-factor', 'routes/accounts/second-factor.tsx'),
    route('account/sessions', 'routes/accounts/sessions.tsx'),
    route('account/passkeys', 'routes/accounts/passkeys.tsx'),
    route('account/password', 'routes/accounts/password.tsx'),
  ]),
  route('account/passkeys/options', 'routes/accounts/passkey-options.ts'),

  // Residents, beside the others: whose tries are counted reads alone
  route(':locale/verify', 'routes/resident/verify.tsx'),
  route(':locale/verify/:code', 'routes/resident/verified-letter.tsx'),

  // Residents: the language is in the path, the rest is the same in all
  route(':locale', 'routes/resident/layout.tsx', [
    index('routes/resident/home.tsx'),
    route('search', 'routes/resident/search.tsx'),
    route('appeals/new', 'routes/resident/new-appeal.tsx'),
    route('appeals/new/check', 'routes/resident/check-answers.tsx'),
    route('appeals/new/files', 'routes/resident/appeal-files.tsx'),
    route('appeals/new/place', 'routes/resident/place-question.tsx'),
    route('appeals/new/:question', 'routes/resident/question.tsx'),
    route('appeals/:appealId', 'routes/resident/tracked-appeal.tsx'),
    route('appeals/:appealId/open', 'routes/resident/open-appeal.ts'),
    route('a/:number/:key', 'routes/resident/open-by-number.ts'),
    route('appeals/:appealId/receipt', 'routes/resident/receipt.tsx'),
    route('appeals/:appealId/receipt.pdf', 'routes/resident/receipt-file.ts'),
    route('appeals/:appealId/letters/:letterId', 'routes/resident/letter.ts'),
    route('appeals/:appealId/files/:fileId', 'routes/resident/file.ts'),
    route('appeals/:appealId/information', 'routes/resident/add-information.tsx'),
    route('appeals/:appealId/withdraw', 'routes/resident/withdraw.tsx'),
    route('appeals/:appealId/cure', 'routes/resident/cure.tsx'),
    route('track', 'routes/resident/track.tsx'),
    // Bodies without accounts: each by the link to its own part of an appeal
    route('parts/:linkId', 'routes/resident/part.tsx'),
    route('parts/:linkId/open', 'routes/resident/open-part.ts'),
    route('parts/:linkId/files/:fileId', 'routes/resident/part-file.ts'),
  ]),

  // Staff of a region
  route('invitations/:invitationId', 'routes/accounts/invitation.tsx'),
  layout('routes/desk/layout.tsx', [
    route('desk', 'routes/desk/worklist.tsx'),
    route('desk/registrations/new', 'routes/desk/register-appeal.tsx'),
    route('desk/registrations', 'routes/desk/registrations.tsx'),
    route('desk/registrations/:appealId', 'routes/desk/registration.tsx'),
    route('desk/registrations/:appealId/receipt.pdf', 'routes/desk/registration-file.ts'),
    route('desk/appeals/:appealId', 'routes/desk/appeal.tsx'),
    route('desk/appeals/:appealId/files/:fileId', 'routes/desk/file.ts'),
    route('desk/appeals/:appealId/files/:fileId/black-out', 'routes/desk/black-out.tsx'),
    route('desk/appeals/:appealId/letters/:letterId', 'routes/desk/letter.ts'),
    route('desk/appeals/:appealId/correction', 'routes/desk/correction.tsx'),
    route('desk/appeals/:appealId/cure', 'routes/desk/cure.tsx'),
    route('desk/cures', 'routes/desk/cures.tsx'),
    route('desk/appeals/:appealId/live', 'routes/desk/appeal-live.tsx'),
    route('admin', 'routes/admin/layout.tsx', [
      index('routes/admin/overview.tsx'),
      route('agencies', 'routes/admin/agencies.tsx'),
      route('agencies/new', 'routes/admin/new-agency.tsx'),
      route('agencies/:agencyId', 'routes/admin/agency.tsx'),
      route('categories', 'routes/admin/categories.tsx'),
      route('categories/new', 'routes/admin/new-category.tsx'),
      route('categories/:categoryId', 'routes/admin/category.tsx'),
      route('halls', 'routes/admin/halls.tsx'),
      route('halls/new', 'routes/admin/new-hall.tsx'),
      route('halls/:hallId', 'routes/admin/hall.tsx'),
      route('halls/:hallId/desks/:deskId', 'routes/admin/desk.tsx'),
      route('hotlines', 'routes/admin/hotlines.tsx'),
      route('hotlines/new', 'routes/admin/new-hotline.tsx'),
      route('hotlines/:hotlineId', 'routes/admin/hotline.tsx'),
      route('interpreters', 'routes/admin/interpreters.tsx'),
      route('interpreters/new', 'routes/admin/new-interpreter.tsx'),
      route('interpreters/:interpreterId', 'routes/admin/interpreter.tsx'),
      route('templates', 'routes/admin/templates.tsx'),
      route('templates/new', 'routes/admin/new-template.tsx'),
      route('templates/:templateId', 'routes/admin/template.tsx'),
      route('calendar', 'routes/admin/calendar.tsx'),
      route('calendar/day', 'routes/admin/calendar-day.tsx'),
      route('calendar/hours', 'routes/admin/calendar-hours.tsx'),
      route('calendar/changes/:calendarChangeId', 'routes/admin/calendar-change.tsx'),
      route('terms', 'routes/admin/terms.tsx'),
      route('staff', 'routes/admin/staff.tsx'),
      route('staff/:staffMemberId', 'routes/admin/staff-member.tsx'),
      route('staff/:staffMemberId/second-factor', 'routes/admin/reset-second-factor.tsx'),
      route('erasures', 'routes/admin/erasures.tsx'),
      route('changes/:changeId', 'routes/admin/change.tsx'),
    ]),
  ]),

  // Who compares the regions
  ...prefix('oversight', [
    index('routes/oversight/figures.tsx'),
    route('figures.csv', 'routes/oversight/figures-csv.ts'),
  ]),

  // The platform's own people
  ...prefix('platform', [
    route('regions', 'routes/platform/regions.tsx'),
    route('calendar', 'routes/platform/calendar.tsx'),
    route('calendar/day', 'routes/platform/calendar-day.tsx'),
    route('calendar/changes/:countryChangeId', 'routes/platform/calendar-change.tsx'),
    route('regions/:slug/administrator', 'routes/platform/reset-administrator.tsx'),
  ]),

  // Everything else: a page that says so, in the person's language
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
