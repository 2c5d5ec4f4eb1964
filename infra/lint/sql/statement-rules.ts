/** What the SQL of a migration may not say: section 3 of the architecture as patterns over one masked statement. */
import { insideParentheses, maskSql, splitAtCommas } from './mask.ts'

export type Audience = 'control' | 'national' | 'tenant'

interface StatementContext {
  readonly audience: Audience
  /** The file says with `// contract: reason` that the previous version of the app no longer needs what goes. */
  readonly contract: boolean
}

export interface Problem {
  readonly rule: string
  readonly message: string
  readonly offset: number
}

interface Rule {
  readonly name: string
  readonly message: string
  /** Tried on the masked, lower-case statement. */
  readonly pattern: RegExp
}

const volatile = 'random|gen_random_uuid|uuid_generate_v\\w+|clock_timestamp|timeofday'
const name = '"?[\\w$]+"?'
/** What a hole of a template reads as: the runner knows the name. */
export const interpolated = 'hole'

const patterns: readonly Rule[] = [
  { name: 'one-statement', pattern: /;\s*\S/, message: 'one statement per message' },
  { name: 'trigger', pattern: /^create\s+(or\s+replace\s+)?(constraint\s+)?trigger\b/, message: 'no triggers' },
  { name: 'rule', pattern: /^create\s+(or\s+replace\s+)?rule\b/, message: 'no rules' },
  { name: 'inherits', pattern: /\binherits?\b/, message: 'no inheritance' },
  { name: 'merge', pattern: /\bmerge\s+into\b/, message: 'no MERGE' },
  { name: 'view', pattern: /^create\s+(or\s+replace\s+)?(temp\w*\s+)?(recursive\s+)?view\b/, message: 'no views' },
  {
    name: 'enum',
    pattern: /\bas\s+enum\b|^alter\s+type\b.*\bvalue\b/s,
    message: 'states are text + CHECK, no enum types',
  },
  {
    name: 'sequence',
    pattern: /\b(small|big)?serial\d?\b|\bas\s+identity\b|\bnextval\b|\bcreate\s+(temp\w*\s+)?sequence\b/,
    message: 'no sequences: ids are made by the app, public numbers come from a counter row',
  },
  { name: 'volatile', pattern: new RegExp(`\\b(${volatile})\\s*\\(`), message: 'no volatile function (now() is fine)' },
  {
    name: 'default',
    pattern: /\bdefault\s+(?!now\s*\()[\w.]+\s*\(/,
    message: 'a default is a constant or now(); everything else is written by the command',
  },
  {
    name: 'plpgsql',
    pattern: /\blanguage\s+(plpgsql|c|internal)\b|^do\b/,
    message: 'no procedural code: what the app does stands in the app',
  },
  {
    name: 'session-state',
    pattern: /^set\s+(?!local\b)|^(reset|discard|prepare|deallocate)\b|\bset_config\s*\(/,
    message: 'no session state: SET LOCAL only',
  },
  {
    name: 'advisory-lock',
    pattern: /\bpg_(try_)?advisory_(lock|unlock)\w*\s*\(/,
    message: 'only transaction-level advisory locks (pg_advisory_xact_lock)',
  },
  { name: 'listen', pattern: /^(un)?listen\b/, message: 'LISTEN belongs to the one direct connection of the worker' },
  {
    name: 'transaction',
    pattern: /^(begin|start\s+transaction|commit|end|rollback|savepoint|release)\b/,
    message: 'the runner opens and ends the transaction',
  },
  { name: 'concurrently', pattern: /\bconcurrently\b/, message: 'a migration is one transaction: no CONCURRENTLY' },
  {
    name: 'type-text',
    pattern: /\b(varchar|bpchar|char(acter)?)\b/,
    message: 'text, with a CHECK where the length matters',
  },
  {
    name: 'type-time',
    pattern: /\btimestamp\b(?!tz)(?!\s*(\(\d\)\s*)?with\s+time\s+zone)|\btimetz\b/,
    message: 'timestamptz: a time without a zone is somebody else’s time',
  },
  { name: 'type-json', pattern: /\bjson\b(?!\s*\()/, message: 'jsonb' },
  {
    name: 'postgres-15',
    pattern:
      /\buuidv[47]\s*\(|\bvirtual\b|\bwithout\s+overlaps\b|\bnot\s+enforced\b|\bjson_table\s*\(|\bany_value\s*\(/,
    message: 'SQL stays at the level of PostgreSQL 15',
  },
  {
    name: 'insert-subquery',
    pattern: /\binsert\s+into\b.*\bvalues\b.*\(\s*select\b/s,
    message: 'no subquery in INSERT VALUES (INSERT … SELECT is fine)',
  },
]

/** A qualified relation: after a keyword that only a relation follows, or by the name of one of our schemas. */
const qualified = new RegExp(
  `\\b(?:references|table|into|update|delete\\s+from|only|if\\s+(?:not\\s+)?exists|index\\b[^(]*\\bon)\\s+(${name})\\s*\\.\\s*${name}` +
    `|\\b(control|national|public|t_\\w+)\\s*\\.\\s*${name}`,
  'g',
)
const createTable = new RegExp(
  `^create\\s+(?:unlogged\\s+|temp\\w*\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?(?:${name}\\s*\\.\\s*)?(${name})\\s*(\\()?`,
  'i',
)
const alterTable = new RegExp(
  `^alter\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?(?:${name}\\s*\\.\\s*)?${name}\\s+`,
  'i',
)
const addColumn = /^add\s+(?:column\s+)?(?:if\s+not\s+exists\s+)?/i
const takesAway =
  /^drop\s+(?!constraint\b)|^rename\b|^alter\s+(column\s+)?"?\w+"?\s+(set\s+not\s+null|(set\s+data\s+)?type)\b/i
const takesAllAway = /^(drop\s+(table|schema|type)|truncate)\b|^alter\s+(?!table\b).*\brename\b/is
const notAColumn = /^(constraint|primary|unique|check|foreign|exclude|like)\b/i
const snakeCase = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/
const singularInS = /(ss|us|is|news|series)$/i

/** Rules that need more than a pattern. */
const structural = ['other-schema', 'breaking', 'not-null', 'primary-key', 'name', 'singular', 'time-name']
export const ruleNames = [...patterns.map((rule) => rule.name), ...structural]

export function checkStatement(sql: string, context: StatementContext): Problem[] {
  const masked = maskSql(sql)
  const statement = masked.trimStart()
  const problems = [
    ...checkPatterns(statement.toLowerCase()),
    ...checkSchemas(statement.toLowerCase(), context),
    ...checkCreatedTable(statement),
    ...checkChanges(statement).filter(({ rule }) => !context.contract || !needsContract.has(rule)),
  ]
  const lead = masked.length - statement.length
  return problems.map((problem) => ({ ...problem, offset: problem.offset + lead }))
}

/** The table a CREATE TABLE makes, without its schema. */
export function createdTable(sql: string): string | undefined {
  return createTable.exec(maskSql(sql).trimStart())?.[1]?.replaceAll('"', '')
}

function checkPatterns(statement: string): Problem[] {
  return patterns.flatMap(({ name: rule, message, pattern }) => {
    const offset = statement.search(pattern)
    return offset < 0 ? [] : [{ rule, message, offset }]
  })
}

function checkSchemas(statement: string, { audience }: StatementContext): Problem[] {
  // Control and national may say their own name; a tenant's schema is named by nobody.
  const allowed = new Set<string | undefined>([interpolated, audience === 'tenant' ? undefined : audience])
  const foreign = [...statement.matchAll(qualified)].filter(([, relation, schema]) => !allowed.has(relation ?? schema))
  return foreign.map(({ 0: text, index }) => ({
    rule: 'other-schema',
    message: `${text.split(/\s/).at(-1)}: one schema per migration, and its names are unqualified`,
    offset: index,
  }))
}

function checkCreatedTable(statement: string): Problem[] {
  const [head, table, open] = createTable.exec(statement) ?? []
  if (head === undefined || table === undefined) return []
  const problems: Problem[] = []
  const problem = (rule: string, message: string) => problems.push({ rule, message, offset: 0 })
  if (!snakeCase.test(table)) problem('name', `table ${table} is not snake_case`)
  if (/s$/i.test(table) && !singularInS.test(table)) problem('singular', `table ${table} is not singular`)
  if (!open) return problems
  if (!/\bprimary\s+key\b/i.test(statement)) problem('primary-key', `table ${table} has no primary key`)
  const columns = splitAtCommas(insideParentheses(statement, head.length - 1))
  return [...problems, ...columns.flatMap(({ text, offset }) => checkColumn(text, head.length + offset))]
}

const needsContract = new Set(['breaking', 'not-null'])

/** Expand, deploy, contract: app N-1 still reads and writes while a migration runs. */
function checkChanges(statement: string): Problem[] {
  const breaking = (offset: number): Problem => ({
    rule: 'breaking',
    message: 'the previous version of the app still uses this; a later migration may, saying `// contract: reason`',
    offset,
  })
  if (takesAllAway.test(statement)) return [breaking(0)]
  const [head] = alterTable.exec(statement) ?? []
  if (head === undefined) return []
  return splitAtCommas(statement.slice(head.length)).flatMap(({ text, offset }) => {
    const at = head.length + offset
    if (takesAway.test(text)) return [breaking(at)]
    if (!addColumn.test(text)) return []
    const definition = text.replace(addColumn, '')
    const problems = checkColumn(definition, at)
    if (!notAColumn.test(definition) && /\bnot\s+null\b/i.test(text) && !/\b(default|generated)\b/i.test(text))
      problems.push({
        rule: 'not-null',
        message: 'the previous version of the app inserts without this column',
        offset: at,
      })
    return problems
  })
}

function checkColumn(definition: string, offset: number): Problem[] {
  if (definition === '' || notAColumn.test(definition)) return []
  const [column = '', type = ''] = definition.split(/\s+/)
  const problems: Problem[] = []
  const isInstant = /^timestamp/i.test(type)
  if (!snakeCase.test(column)) problems.push({ rule: 'name', message: `column ${column} is not snake_case`, offset })
  if (isInstant !== /_at$/i.test(column))
    problems.push({ rule: 'time-name', message: `${column}: a timestamptz is named *_at, and nothing else is`, offset })
  return problems
}
