import { describe, expect, it } from 'vitest'
import { checkDependencies, findCircle } from './dependencies.ts'
import { dependencyRules } from './dependency-rules.ts'
import type { FeatureEdge } from './feature-edges.ts'
import type { Finding } from './files.ts'
import { plantTree } from './testing/temporary-tree.ts'

const npmPackages = ['kysely', 'pg', 'stripe', 'nodemailer', 'better-auth', 'rate-limiter-flexible', 'graphile-worker']

/** What planted files import from: one file of every room. */
const furniture = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: Object.fromEntries(['app', 'db', 'tenants', 'infra'].map((room) => [`#${room}/*`, `./${room}/*`])),
  }),
  'tsconfig.json': JSON.stringify({ compilerOptions: { module: 'ESNext', moduleResolution: 'Bundler' } }),
  ...Object.fromEntries(
    npmPackages.flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
      [`node_modules/${name}/index.js`, 'export const value = 1'],
    ]),
  ),
  ...Object.fromEntries(
    [
      'db/connect.ts',
      'db/sql/search.ts',
      'db/testing/postgres.ts',
      'tenants/resolve.ts',
      'tenants/testing/tenant.ts',
      'app/core/paths.ts',
      'app/core/env.server.ts',
      'app/ui/button.tsx',
      'app/integrations/mail.server.ts',
      'app/features/appeals/appeal.ts',
      'app/features/appeals/public.server.ts',
      'app/features/agencies/public.server.ts',
      'app/routes/home.tsx',
      'app/utils/dates.ts',
      'infra/lint/sql/query-rules.ts',
      'e2e/fixtures/person.ts',
    ].map((file) => [file, 'export const value = 1\nexport type Value = 1\n']),
  ),
}

/** Checks the furniture with these imports planted: file → specifiers, `type ` in front for a type-only import. */
async function check(imports: Record<string, string[]>, edges: readonly FeatureEdge[] = []): Promise<Finding[]> {
  const planted = Object.entries(imports).map(([file, specifiers]) => [file, specifiers.map(importLine).join('')])
  using tree = plantTree({ ...furniture, ...Object.fromEntries(planted) })
  return await checkDependencies(tree.root, edges)
}

function importLine(specifier: string, index: number): string {
  const [type, from] = specifier.startsWith('type ') ? ['type ', specifier.slice(5)] : ['', specifier]
  return `import ${type}{ ${type ? 'Value' : 'value'} as v${index} } from '${from}'\nexport ${type}{ v${index} }\n`
}

const brief = (findings: Finding[]) =>
  findings.map(({ path, message }) => `${path} ${message.split(':')[0]}`).toSorted()

describe('who may import whom', () => {
  it('lets the table through', async () => {
    const findings = await check({
      'db/migrate.ts': ['./connect.ts', 'kysely', 'pg'],
      'tenants/provision.ts': ['#db/connect.ts', './resolve.ts', 'kysely'],
      'app/core/context.ts': ['type #db/connect.ts', 'type #tenants/resolve.ts', 'type kysely'],
      'app/core/journal.server.ts': ['#db/connect.ts', './env.server.ts'],
      'app/ui/form.tsx': ['./button.tsx'],
      'app/integrations/stripe.server.ts': ['stripe', 'graphile-worker', '#app/core/paths.ts', './mail.server.ts'],
      'app/features/visits/visit.ts': ['type #db/connect.ts', '#app/core/paths.ts', '#app/ui/button.tsx'],
      'app/features/visits/begin-visit.server.ts': ['#db/sql/search.ts', '#app/integrations/mail.server.ts', 'kysely'],
      'app/features/visits/visits.db.test.ts': [
        '#tenants/testing/tenant.ts',
        '#db/testing/postgres.ts',
        '#infra/lint/sql/query-rules.ts',
        './begin-visit.server.ts',
      ],
      'app/features/regions/found-region.server.ts': ['#tenants/resolve.ts'],
      'app/routes/visit.tsx': [
        '#app/features/visits/begin-visit.server.ts',
        '#app/ui/button.tsx',
        '#app/core/paths.ts',
        './visit-read.server.ts',
      ],
      'app/routes/visit-read.server.ts': ['#app/features/visits/public.server.ts'],
      'app/root.tsx': ['./document.tsx', '#app/ui/button.tsx'],
      'app/document.tsx': ['#app/core/paths.ts'],
      'infra/up/mailbox.test.ts': ['nodemailer'],
      'app/abilities.server.ts': ['#app/features/appeals/appeal.ts', '#db/connect.ts', '#tenants/resolve.ts'],
      'infra/server/main.ts': [
        '#app/routes/home.tsx',
        '#db/connect.ts',
        '#tenants/resolve.ts',
        '#app/core/env.server.ts',
      ],
      'infra/worker/main.ts': ['graphile-worker'],
      'e2e/fixtures/region.ts': ['#tenants/testing/tenant.ts', '#app/features/appeals/public.server.ts'],
      'e2e/journeys/appeal.ts': ['../fixtures/region.ts', '#app/core/paths.ts'],
    })
    expect(findings).toEqual([])
  })

  const planted: [rule: string, file: string, imports: string[]][] = [
    ['db', 'db/migrate.ts', ['#tenants/resolve.ts']],
    ['db', 'db/migrate.ts', ['type #app/core/paths.ts']],
    ['tenants', 'tenants/provision.ts', ['#app/core/paths.ts']],
    ['core', 'app/core/http.ts', ['type #app/features/appeals/appeal.ts']],
    ['core-db-values', 'app/core/context.ts', ['#db/connect.ts']],
    ['core-db-values', 'app/core/context.ts', ['type #db/connect.ts', '#db/connect.ts']],
    ['core-tenants-values', 'app/core/context.server.ts', ['#tenants/resolve.ts']],
    ['ui', 'app/ui/form.tsx', ['#app/core/paths.ts']],
    ['integrations', 'app/integrations/sms.server.ts', ['#tenants/resolve.ts']],
    ['integrations-db-values', 'app/integrations/sms.server.ts', ['#db/connect.ts']],
    ['feature', 'app/features/visits/visit.ts', ['#app/routes/home.tsx']],
    ['feature', 'app/features/visits/visit.server.ts', ['#infra/server/main.ts']],
    ['feature-db-values', 'app/features/visits/visit.ts', ['#db/sql/search.ts']],
    ['feature-db-sql-only', 'app/features/visits/visit.server.ts', ['#db/connect.ts']],
    ['feature-tenants', 'app/features/visits/visit.server.ts', ['type #tenants/resolve.ts']],
    ['feature-integrations', 'app/features/visits/visit.ts', ['type #app/integrations/mail.server.ts']],
    ['feature-neighbour', 'app/features/visits/visit.ts', ['#app/features/appeals/appeal.ts']],
    ['feature-edge', 'app/features/visits/visit.server.ts', ['#app/features/appeals/public.server.ts']],
    ['routes', 'app/routes/visit.tsx', ['#db/connect.ts']],
    ['routes', 'app/routes/visit.tsx', ['./home.tsx']],
    ['routes', 'app/routes/visit-read.server.ts', ['#db/connect.ts']],
    ['shell', 'app/root.tsx', ['#app/integrations/mail.server.ts']],
    ['server-values', 'app/core/context.ts', ['./env.server.ts']],
    ['app-rooms', 'app/routes/visit.tsx', ['#app/utils/dates.ts']],
    ['test-tools', 'app/core/clock.test.ts', ['#db/testing/postgres.ts']],
    ['e2e', 'infra/server/main.ts', ['../../e2e/fixtures/person.ts']],
    ['e2e-through-fixtures', 'e2e/journeys/appeal.ts', ['#app/features/appeals/appeal.ts']],
    ['kysely-pg-values', 'app/core/context.ts', ['kysely']],
    ['kysely-pg-values', 'app/core/http.ts', ['pg']],
    ['vendor-sdk', 'app/features/visits/visit.server.ts', ['type stripe']],
    ['vendor-sdk', 'app/core/limits.server.ts', ['rate-limiter-flexible']],
    ['vendor-sdk', 'infra/server/main.ts', ['better-auth']],
    ['vendor-sdk', 'db/mail.ts', ['nodemailer']],
    ['graphile-worker', 'infra/server/main.ts', ['graphile-worker']],
    ['inside-the-house', 'infra/server/main.ts', ['../../../shared/secret.ts']],
    ['inside-the-house', 'infra/server/main.ts', ['/srv/secret.ts']],
  ]
  it.each(planted)('%s: %s may not import %s', async (rule, file, imports) => {
    const rules = (await check({ 'infra/server/main.ts': [], [file]: imports })).map(
      ({ message }) => message.split(':')[0],
    )
    expect(rules).toContain(rule)
  })

  it('has a planted violation for every rule', () => {
    const rules = new Set(dependencyRules([]).map(({ name }) => name))
    expect([...new Set(planted.map(([rule]) => rule)), 'no-cycles'].toSorted()).toEqual([...rules].toSorted())
  })

  it('sees circles of files, of types as well', async () => {
    const findings = await check({ 'db/a.ts': ['./b.ts'], 'db/b.ts': ['type ./a.ts'] })
    expect(brief(findings)).toEqual(['db/a.ts no-cycles'])
  })

  it('says the line of the import', async () => {
    const [finding] = await check({ 'db/a.ts': ['./connect.ts', '#app/core/paths.ts'] })
    expect(finding).toMatchObject({ path: 'db/a.ts', line: 3 })
  })
})

describe('edges between features', () => {
  const edge: FeatureEdge = ['visits', 'appeals', 'a visit ends in appeals']

  it('opens the listed door, for that feature only and in that direction only', async () => {
    const findings = await check(
      {
        'app/features/visits/a.server.ts': ['#app/features/appeals/public.server.ts'],
        'app/features/visits/b.server.ts': ['#app/features/agencies/public.server.ts'],
        'app/features/calls/a.server.ts': ['#app/features/appeals/public.server.ts'],
      },
      [edge],
    )
    expect(brief(findings)).toEqual([
      'app/features/calls/a.server.ts feature-edge',
      'app/features/visits/b.server.ts feature-edge',
    ])
  })

  it('names an edge that no import uses', async () => {
    expect(brief(await check({}, [edge]))).toEqual(['infra/lint/feature-edges.ts feature-edge-unused'])
  })

  it('does not keep two lines for one edge', async () => {
    expect(brief(await check({}, [edge, edge]))).toContain('infra/lint/feature-edges.ts feature-edge-twice')
  })

  it('names a circle', async () => {
    const circle: FeatureEdge[] = [edge, ['appeals', 'agencies', ''], ['agencies', 'visits', '']]
    expect(findCircle(circle)).toEqual(['visits', 'appeals', 'agencies', 'visits'])
    expect(findCircle(circle.slice(0, 2))).toBeUndefined()
    expect(brief(await check({}, circle))).toContain('infra/lint/feature-edges.ts feature-edge-circle')
  })
})
