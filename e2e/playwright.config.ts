import { defineConfig } from '@playwright/test'
import { findChromium } from '#infra/check/chromium.ts'

const executablePath = process.env.CHROMIUM_PATH || (await findChromium())
// Handed on to the workers, which read this file again.
process.env.CHROMIUM_PATH = executablePath

const room = (name: string) => ({ name, testDir: name })

/** Real Chromium against the built product. Regions are told apart by name: Chromium alone resolves *.localhost. */
export default defineConfig({
  outputDir: '../test-results',
  globalSetup: './fixtures/global-setup.ts',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['line']],
  projects: [room('journeys'), room('isolation'), room('a11y')],
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    screenshot: 'only-on-failure',
  },
})
