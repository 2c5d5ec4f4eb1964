import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { commandLineOf, endProcess, freePort, identityOf, isAlive, startTicks, whyPortIsTaken } from './processes.ts'

const idle = ['-e', 'setInterval(() => {}, 1000)']

test('a process is known by more than its number, and is gone when it has ended', async () => {
  const child = spawn(process.execPath, idle)
  const pid = child.pid!
  const identity = identityOf(pid)
  expect(identity).toBeTruthy()
  expect(identityOf(pid)).toBe(identity)
  expect(identity).not.toBe(identityOf(process.pid))
  expect(commandLineOf(pid)).toContain('setInterval')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(isAlive(pid)).toBe(false)
  expect(identityOf(pid)).toBeUndefined()
  expect(commandLineOf(pid)).toBe('')
})

test('a process that will not stop is ended by the next signal', async () => {
  const stubborn = `process.on('SIGTERM', () => {}); console.log('up'); ${idle[1]}`
  const child = spawn(process.execPath, ['-e', stubborn], { stdio: ['ignore', 'pipe', 'ignore'] })
  await once(child.stdout, 'data')
  expect(
    await endProcess(child.pid!, [
      ['SIGTERM', 100],
      ['SIGKILL', 2000],
    ]),
  ).toBe(true)
})

test('the start time is found behind a name with spaces and brackets', () => {
  const fields = Array.from({ length: 30 }, (_, at) => `f${at + 3}`)
  expect(startTicks(`42 (a) b (c)) ${fields.join(' ')}`)).toBe('f22')
})

test('a taken port is told from a free one', async () => {
  const port = await freePort()
  expect(await whyPortIsTaken(port)).toBeUndefined()
  const server = createServer().listen(port, '127.0.0.1')
  await once(server, 'listening')
  expect(await whyPortIsTaken(port)).toBe('EADDRINUSE')
  server.close()
})
