// npm run build: builds when the sources changed since the last build.
import { build, isBuilt } from './build.ts'
import { ClearError } from './clear-error.ts'
import { root } from './programs.ts'
import { openTerminal } from './terminal.ts'

try {
  if (isBuilt(root)) console.log('✓ build/ is up to date')
  else await openTerminal().step('built', () => build(root))
} catch (error) {
  console.error(error instanceof ClearError ? `✗ ${error.message}` : error)
  process.exitCode = 1
}
