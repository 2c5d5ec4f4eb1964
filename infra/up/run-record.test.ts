import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ClearError } from './clear-error.ts'
import { writePrivateJson } from './files.ts'
import { know } from './launchers.ts'
import { isAlive } from './processes.ts'
import { endLeftovers, openRunRecord } from './run-record.ts'

let folder: string
let file: string
const dead = { pid: 2 ** 30, identity: 'gone' }
const url = 'http://localhost:3000'

const idle = () => spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bir-tereze-record-'))
  file = path.join(folder, 'run.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('ends the children of a killed run, and no process that merely has the number of one', async () => {
  const child = idle()
  const stranger = idle()
  writePrivateJson(file, {
    supervisor: dead,
    above: [],
    url,
    stopping: false,
    children: { server: know(child.pid!), worker: { pid: stranger.pid, identity: 'an earlier process' } },
  })
  const ended = endLeftovers(file)
  await once(child, 'exit')
  expect(await ended).toEqual(['server'])
  expect(isAlive(stranger.pid!)).toBe(true)
  expect(existsSync(file)).toBe(false)
  stranger.kill('SIGKILL')
})

test('a run that is well keeps its folder', async () => {
  const other = idle()
  const record = { supervisor: know(other.pid!), above: [know(process.pid)], url, stopping: false, children: {} }
  writePrivateJson(file, record)
  await expect(endLeftovers(file)).rejects.toThrow(ClearError)
  await expect(endLeftovers(file)).rejects.toThrow(/^Bir Tereze already runs from this folder: http:\/\/localhost:3000/)
  expect(isAlive(other.pid!)).toBe(true)
  other.kill('SIGKILL')
})

test('a run whose npm was killed is a leftover', async () => {
  const other = idle()
  writePrivateJson(file, { supervisor: know(other.pid!), above: [dead], url, stopping: false, children: {} })
  const ended = endLeftovers(file)
  await once(other, 'exit')
  expect(await ended).toEqual(['supervisor'])
})

test('this run’s record names its children and goes away with it', async () => {
  const record = openRunRecord(file, url)
  record.addChild('server', process.pid)
  expect(existsSync(file)).toBe(true)
  record.remove()
  expect(await endLeftovers(file)).toEqual([])
})
