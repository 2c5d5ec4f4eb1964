import path from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')
const here = (name: string) => path.join(import.meta.dirname, name)
const tests = ['app', 'db', 'tenants', 'infra'].map((folder) => `${folder}/**/*.test.{ts,tsx}`)
const databaseTests = tests.map((pattern) => pattern.replace('*.test', '*.db.test'))

// Aliases come from "imports" in package.json; Remix's plugin stays out, its routes mean nothing to a test.
export default defineConfig({
  root,
  cacheDir: path.join(root, '.cache/vitest'),
  esbuild: { jsx: 'automatic' },
  test: {
    root,
    pool: 'forks',
    maxWorkers: 2,
    setupFiles: [here('vitest-setup.ts')],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: tests,
          exclude: [...configDefaults.exclude, ...databaseTests],
          // Some build a house for knip or train a classifier over and over: seconds of a core, and there may be little of one.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: databaseTests,
          globalSetup: [here('vitest-global.ts')],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
