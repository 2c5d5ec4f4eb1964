import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { checkServeSettings, readDemoSettings, readPort } from './settings.ts'

const urls = {
  DATABASE_URL: 'postgres://app_rt:a@db/bir',
  OWNER_DATABASE_URL: 'postgres://app_owner:b@db/bir',
  DIRECT_DATABASE_URL: 'postgres://app_jobs:c@db/bir',
}
const serving = {
  ...urls,
  FILES_DIR: tmpdir(),
  APP_SECRET: 'x'.repeat(32),
  SMTP_URL: 'smtp://mail:587',
  BASE_DOMAIN: 'example.kz',
}

test('nothing given: port 3000, .data beside the sources, the embedded database, a month of 400 contacts', () => {
  expect(readDemoSettings({}, '/srv/house')).toEqual({ port: 3000, dataDir: '/srv/house/.data', contacts: 400 })
})

test.each(['-1', '4e2', '12345', 'many'])('DEMO_CONTACTS=%j is refused in one line', (DEMO_CONTACTS) => {
  expect(() => readDemoSettings({ DEMO_CONTACTS }, '/')).toThrow(/^DEMO_CONTACTS must be a number from 0 to 9999, not/)
})

test('PORT, DATA_DIR and the three addresses are honoured', () => {
  const settings = readDemoSettings({ PORT: '8080', DATA_DIR: '/var/data', ...urls }, '/srv/house')
  expect(settings).toMatchObject({ port: 8080, dataDir: '/var/data', database: urls })
})

test.each(['0', '65536', '-1', '80a', '3e3', ' 80', '99999999'])('PORT=%j is refused in one line', (PORT) => {
  expect(() => readPort({ PORT })).toThrow(/^PORT must be a number from 1 to 65535, not "[^\n]*"\.$/)
})

test.each([
  [{ DATABASE_URL: urls.DATABASE_URL }, /^OWNER_DATABASE_URL and DIRECT_DATABASE_URL must be set too/],
  [{ ...urls, OWNER_DATABASE_URL: '' }, /^OWNER_DATABASE_URL must be set too when DATABASE_URL and DIRECT_/],
  [{ ...urls, DATABASE_URL: 'db:5432' }, /^DATABASE_URL must look like postgres:/],
  [{ ...urls, DATABASE_URL: 'mysql://u:p@db/x' }, /^DATABASE_URL must look like postgres:/],
  [{ ...urls, DIRECT_DATABASE_URL: 'postgres://db/x' }, /^DIRECT_DATABASE_URL .*: the user is missing\.$/],
  [{ ...urls, OWNER_DATABASE_URL: 'postgres://u:p@db' }, /^OWNER_DATABASE_URL .*: the database is missing\.$/],
])('addresses %j are refused by name', (env, message) => {
  expect(() => readDemoSettings(env, '/')).toThrow(message)
})

test('serve names everything that is missing at once', () => {
  expect(() => checkServeSettings({ ...serving, SMTP_URL: '', APP_SECRET: undefined })).toThrow(
    /^APP_SECRET, SMTP_URL must be set/,
  )
  expect(checkServeSettings(serving)).toEqual({ port: 3000, database: urls })
})

test('serve refuses a folder for files that nobody can write to', () => {
  const FILES_DIR = `${import.meta.filename}/files`
  expect(() => checkServeSettings({ ...serving, FILES_DIR })).toThrow(/^FILES_DIR .* cannot be written to/)
})

test.each(['mailto:a@b', 'smsc.kz', 'ftp://region:secret@gateway/'])(
  'SMS_URL=%j is refused, and never said',
  (SMS_URL) => {
    expect(() => readDemoSettings({ SMS_URL }, '/')).toThrow(/^SMS_URL must look like smpp:/)
    expect(() => checkServeSettings({ ...serving, SMS_URL })).toThrow(/^(?!.*secret)SMS_URL must look like smpp:/)
  },
)

test('an SMS gateway may be named, and need not be', () => {
  const SMS_URL = 'smpp://region:secret@gateway:2775'
  expect(readDemoSettings({ SMS_URL }, '/').smsUrl).toBe(SMS_URL)
  expect(checkServeSettings({ ...serving, SMS_URL })).toEqual({ port: 3000, database: urls })
})

test('serve refuses a bucket and a scanner that cannot be reached as they are written', () => {
  const of = (settings: Record<string, string>) => () => checkServeSettings({ ...serving, ...settings })
  expect(of({ FILES_S3_URL: 'https://storage.example.kz/bucket' })).toThrow(/^FILES_S3_URL must look like/)
  expect(of({ CLAMD_URL: 'clamd:3310' })).toThrow(/^CLAMD_URL must look like/)
  const good = { FILES_S3_URL: 'https://key:secret@storage.example.kz/bucket', CLAMD_URL: 'unix:///run/clamd.ctl' }
  expect(of(good)).not.toThrow()
})

test('serve refuses a short secret and a mail address that is none', () => {
  expect(() => checkServeSettings({ ...serving, APP_SECRET: 'short' })).toThrow(/^APP_SECRET must have at least 32/)
  expect(() => checkServeSettings({ ...serving, SMTP_URL: 'mail:587' })).toThrow(/^SMTP_URL must look like/)
})
