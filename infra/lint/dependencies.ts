/** Who may import whom: cruises the house with the table of the architecture. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { dependencyRules } from './dependency-rules.ts'
import { featureEdges, type FeatureEdge } from './feature-edges.ts'
import { house, lineAt, report, type Finding } from './files.ts'

const edgesFile = 'infra/lint/feature-edges.ts'

export async function checkDependencies(
  root = house,
  edges: readonly FeatureEdge[] = featureEdges,
): Promise<Finding[]> {
  const rooms = ['app', 'db', 'tenants', 'infra', 'e2e'].filter((room) => existsSync(path.join(root, room)))
  const { output } = await cruise(rooms, {
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: dependencyRules(edges) },
    // Types are part of the table, so imports that compile to nothing count as well.
    tsPreCompilationDeps: true,
    doNotFollow: 'node_modules',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  })
  if (typeof output === 'string') throw new Error(output)
  return [...violationsOf(output, root), ...checkEdges(edges, output)]
}

function violationsOf(result: ICruiseResult, root: string): Finding[] {
  return result.summary.violations.map(({ from, to, rule, cycle, ...violation }) => {
    const specifier = 'unresolvedTo' in violation ? String(violation.unresolvedTo) : to
    const chain = cycle?.map((step) => step.name).join(' → ')
    const comment = result.summary.ruleSetUsed?.forbidden?.find(({ name }) => name === rule.name)?.comment
    return {
      path: from,
      line: lineOfImport(readFileSync(path.join(root, from), 'utf8'), specifier),
      message: `${rule.name}: ${chain ? `${from} → ${chain}` : specifier} (${comment})`,
    }
  })
}

function lineOfImport(text: string, specifier: string): number {
  return lineAt(text, Math.max(text.indexOf(`'${specifier}'`), text.indexOf(`"${specifier}"`)))
}

/** The list of edges itself: free of circles, and nothing on it that no import uses. */
function checkEdges(edges: readonly FeatureEdge[], { modules }: ICruiseResult): Finding[] {
  const used = new Set(
    modules.flatMap(({ source, dependencies }) => dependencies.map(({ resolved }) => edgeOf(source, resolved))),
  )
  const stale = edges.filter(([from, to]) => !used.has(`${from} → ${to}`))
  const messages = stale.map(([from, to]) => `feature-edge-unused: ${from} → ${to} is used by no import`)
  const names = edges.map(([from, to]) => `${from} → ${to}`)
  const twice = new Set(names.filter((name, at) => names.indexOf(name) !== at))
  messages.push(...[...twice].map((name) => `feature-edge-twice: ${name} has more lines than one`))
  const circle = findCircle(edges)
  if (circle) messages.push(`feature-edge-circle: ${circle.join(' → ')}`)
  return messages.map((message) => ({ path: edgesFile, line: 1, message }))
}

function edgeOf(from: string, to: string): string {
  const featureOf = (file: string) => /^app\/features\/([^/]+)\//.exec(file)?.[1]
  return `${featureOf(from)} → ${featureOf(to)}`
}

/** The features of one circle, first and last the same; undefined when the edges form a DAG. */
export function findCircle(edges: readonly FeatureEdge[]): string[] | undefined {
  const walk = (path: string[]): string[] | undefined => {
    for (const [from, to] of edges) {
      if (from !== path.at(-1)) continue
      const seen = path.indexOf(to)
      const circle = seen >= 0 ? [...path.slice(seen), to] : walk([...path, to])
      if (circle) return circle
    }
    return undefined
  }
  for (const [from] of edges) {
    const circle = walk([from])
    if (circle) return circle
  }
  return undefined
}

if (import.meta.main) report(await checkDependencies())
