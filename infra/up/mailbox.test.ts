import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mailName, startMailbox } from './mailbox.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bir-tereze-mail-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('keeps what SMTP brings, one file a mail, in the order of arrival', async () => {
  const mailbox = await startMailbox(folder)
  const transport = createTransport(mailbox.url)
  for (const subject of ['Бірінші', 'Екінші']) {
    await transport.sendMail({ from: 'a@example.kz', to: 'b@example.kz', subject, text: `${subject} хат` })
  }
  transport.close()
  await mailbox.stop()
  const names = readdirSync(folder).toSorted()
  expect(names).toHaveLength(2)
  const bodies = names.map((name) => readFileSync(path.join(folder, name), 'utf8'))
  expect(bodies[0]).toMatch(/^From: a@example\.kz\r\n/)
  expect(bodies[0]).toContain(Buffer.from('Бірінші').toString('base64').slice(0, 12))
  expect(bodies[1]).toContain(Buffer.from('Екінші').toString('base64').slice(0, 12))
})

test('names sort by time', () => {
  expect(mailName(new Date('2026-01-31T23:59:59.123Z'))).toMatch(/^20260131T235959123Z-[0-9a-f]{8}\.eml$/)
})
