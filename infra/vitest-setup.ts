import { afterEach, beforeEach, vi } from 'vitest'

// An error on the console is a fault nobody asserted: it fails the test that caused it.
const complaints: string[] = []

beforeEach(() => {
  complaints.length = 0
  vi.spyOn(console, 'error').mockImplementation((...parts: unknown[]) => {
    complaints.push(
      parts.map((part) => (part instanceof Error ? (part.stack ?? part.message) : String(part))).join(' '),
    )
  })
})

afterEach(() => {
  const said = complaints.splice(0)
  vi.restoreAllMocks()
  if (said.length > 0) throw new Error(`console.error was called:\n${said.join('\n')}`)
})
