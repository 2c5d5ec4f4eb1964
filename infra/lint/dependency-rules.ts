/** The table "who may import whom" of the architecture, as rules of dependency-cruiser. */
import type { IRegularForbiddenRuleType } from 'dependency-cruiser'
import type { FeatureEdge } from './feature-edges.ts'

const rooms = '^(app|db|tenants|infra|e2e)/'
const core = '^app/core/'
const ui = '^app/ui/'
const integrations = '^app/integrations/'
const features = '^app/features/'
/** Runs on the server only: by its name, or because it is a test against a real database. */
const serverSide = '\\.server\\.tsx?$|\\.db\\.test\\.tsx?$'
/** Throwaway databases and regions, a product over them, and the query rules: for tests against a real database. */
const testTools = '^(db|tenants|infra)/testing/|^infra/lint/sql/'
const vendorSdks = [
  'stripe',
  'nodemailer',
  'pdfkit',
  'sharp',
  'better-auth',
  '@better-auth',
  'rate-limiter-flexible',
  'aws4fetch',
  'smpp',
  'openid-client',
  '@simplewebauthn',
]
const valuesOnly = { dependencyTypesNot: ['type-only' as const, 'type-import' as const] }

type From = IRegularForbiddenRuleType['from']
type To = IRegularForbiddenRuleType['to']

function forbid(name: string, from: From, to: To, comment: string): IRegularForbiddenRuleType {
  return { name, severity: 'error', comment, from, to }
}

/** The room may import these rooms and no other; what is not one of our rooms is not this rule's business. */
function only(name: string, from: From, allowed: string[], comment: string): IRegularForbiddenRuleType {
  return forbid(name, from, { path: rooms, pathNot: [...allowed, testTools] }, comment)
}

function npm(...names: string[]): string {
  return `(^|node_modules/)(${names.join('|')})(/|$)`
}

export function dependencyRules(edges: readonly FeatureEdge[]): IRegularForbiddenRuleType[] {
  return [
    only('db', { path: '^db/' }, ['^db/'], 'db/ stands on its own'),
    only('tenants', { path: '^tenants/' }, ['^db/', '^tenants/'], 'tenants/ may import db/ and itself'),

    only('core', { path: core }, [core, '^db/', '^tenants/'], 'app/core knows no noun of the domain'),
    forbid(
      'core-db-values',
      { path: core, pathNot: serverSide },
      { path: '^db/', pathNot: testTools, ...valuesOnly },
      'app/core takes types from db/; values only in *.server.ts',
    ),
    forbid(
      'core-tenants-values',
      { path: core },
      { path: '^tenants/', pathNot: testTools, ...valuesOnly },
      'app/core takes only types from tenants/',
    ),

    only('ui', { path: ui }, [ui], 'app/ui knows neither data nor domain'),
    only(
      'integrations',
      { path: integrations },
      [core, integrations, '^db/'],
      'app/integrations may import app/core, itself and types of db/',
    ),
    forbid(
      'integrations-db-values',
      { path: integrations },
      { path: '^db/', pathNot: testTools, ...valuesOnly },
      'app/integrations is handed its database: it takes only types from db/',
    ),

    only(
      'feature',
      { path: features },
      [core, ui, integrations, features, '^db/', '^tenants/'],
      'a feature may import app/core, app/ui, app/integrations, db/ and neighbours along listed edges',
    ),
    forbid(
      'feature-db-values',
      { path: features, pathNot: serverSide },
      { path: '^db/', pathNot: testTools, ...valuesOnly },
      'a feature takes types from db/; values of db/sql/ only in *.server.ts',
    ),
    forbid(
      'feature-db-sql-only',
      { path: features },
      { path: '^db/(?!sql/)', pathNot: testTools, ...valuesOnly },
      'a feature reaches tables through ctx.db; of db/ it may import the values of db/sql/ alone',
    ),
    forbid(
      'feature-tenants',
      { path: features, pathNot: `${features}(regions|packs)/` },
      { path: '^tenants/', pathNot: testTools },
      'of the features only regions and packs may import tenants/',
    ),
    forbid(
      'feature-integrations',
      { path: features, pathNot: serverSide },
      { path: integrations },
      'a feature imports app/integrations only in *.server.ts',
    ),
    forbid(
      'feature-neighbour',
      { path: `${features}([^/]+)/` },
      { path: features, pathNot: [`${features}$1/`, `${features}[^/]+/public\\.server\\.ts$`] },
      'of another feature only its public.server.ts may be imported',
    ),
    ...featureEdgeRules(edges),

    only(
      'routes',
      { path: '^app/routes/' },
      [core, ui, features, '^app/routes/.+\\.server\\.ts$'],
      'a route may import app/core, app/ui, features and what is read for it in a .server.ts beside it',
    ),
    only(
      'shell',
      { path: '^app/[^/]+$', pathNot: serverSide },
      [core, ui, features, '^app/[^/]+$'],
      'root and its neighbours import what a route may, and each other',
    ),
    forbid(
      'server-values',
      { path: '^app/', pathNot: ['^app/(routes/|root\\.tsx$)', serverSide, '\\.test\\.tsx?$'] },
      { path: '^app/.*\\.server\\.tsx?$', ...valuesOnly },
      'a file that imports values of *.server.ts is itself a .server file (routes are split by Remix)',
    ),
    forbid(
      'app-rooms',
      {},
      { path: '^app/[^/]+/', pathNot: '^app/(core|ui|integrations|features|routes)/' },
      'app/ has five rooms: core, ui, integrations, features, routes',
    ),
    forbid(
      'test-tools',
      {
        path: '^(app|db|tenants)/',
        pathNot: '\\.db\\.test\\.tsx?$|^(db|tenants)/testing/|^app/integrations/.*\\.test\\.ts$',
      },
      { path: testTools },
      'testing/ and infra/lint/sql/ are for *.db.test.ts, and its servers of others’ protocols for tests of integrations',
    ),
    forbid('e2e', { pathNot: '^e2e/' }, { path: '^e2e/' }, 'nothing imports from e2e/'),
    only(
      'e2e-through-fixtures',
      { path: '^e2e/(?!fixtures/)[^/]+/' },
      ['^e2e/', core],
      'journeys reach the product through the browser and e2e/fixtures',
    ),

    forbid(
      'kysely-pg-values',
      { pathNot: ['^(db|tenants|infra)/', '^e2e/fixtures/', serverSide] },
      { path: npm('kysely', 'pg'), ...valuesOnly },
      'values of kysely and pg are for db/, tenants/, infra/ and *.server.ts',
    ),
    forbid(
      'vendor-sdk',
      // A test of our infrastructure may speak to it with somebody else's client.
      { path: '^(app|db|tenants|infra)/', pathNot: [integrations, '^infra/(testing/|.*\\.test\\.ts$)'] },
      { path: npm(...vendorSdks) },
      'vendor SDKs are imported by app/integrations alone',
    ),
    forbid(
      'graphile-worker',
      { pathNot: ['^infra/(worker|cli)/', integrations] },
      { path: npm('graphile-worker') },
      'graphile-worker is for infra/worker, infra/cli and app/integrations',
    ),
    forbid(
      'inside-the-house',
      {},
      { path: '^(\\.\\./|/)', pathNot: 'node_modules/' },
      'no import leads out of the repository',
    ),
    forbid('no-cycles', {}, { circular: true }, 'two files that need each other are one file, or three'),
  ]
}

/** One rule for each feature with edges of its own, and one for all the others. */
function featureEdgeRules(edges: readonly FeatureEdge[]): IRegularForbiddenRuleType[] {
  const doors = `${features}[^/]+/public\\.server\\.ts$`
  const comment = 'this edge between features is not in infra/lint/feature-edges.ts'
  const sources = [...new Set(edges.map(([from]) => from))]
  return [
    ...sources.map((source) => {
      const open = edges.flatMap(([from, to]) => (from === source ? [to] : []))
      const pathNot = `${features}(${[source, ...open].join('|')})/`
      return forbid('feature-edge', { path: `${features}${source}/` }, { path: doors, pathNot }, comment)
    }),
    forbid(
      'feature-edge',
      { path: `${features}([^/]+)/`, pathNot: sources.map((source) => `${features}${source}/`) },
      { path: doors, pathNot: `${features}$1/` },
      comment,
    ),
  ]
}
