/**
 * A promise nobody waits for is an error nobody sees and a write that outlives its transaction.
 * The rules need types, which oxlint's companion cannot give here, so typescript-eslint runs with these two alone.
 */
import { ESLint, type Linter } from 'eslint'
import path from 'node:path'
import { parser, plugin } from 'typescript-eslint'
import { house, report, type Finding } from './files.ts'

const config = (root: string): Linter.Config[] => [
  { ignores: ['build/', 'test-results/', '.*/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parser: parser as Linter.Parser,
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: root },
    },
    // Directives in the code speak to oxlint. A promise dropped on purpose says `void`, and needs none.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
    plugins: { '@typescript-eslint': plugin as unknown as ESLint.Plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true, checkThenables: true }],
      // React calls a handler and drops its result; what the handler awaits is judged by the rule above.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
]

export async function findFloatingPromises(root = house): Promise<Finding[]> {
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: config(root) })
  const results = await eslint.lintFiles(['.'])
  return results.flatMap(({ filePath, messages }) =>
    messages
      .filter(({ severity }) => severity === 2)
      .map(({ line, message }) => ({ path: path.relative(root, filePath), line, message })),
  )
}

if (import.meta.main) report(await findFloatingPromises())
