import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { describe, expect, it } from 'vitest'
import { newId } from '#app/core/ids.ts'
import { describeFileStore } from '#infra/testing/file-store-contract.ts'
import { s3Account, startS3, type TestS3 } from '#infra/testing/s3.ts'
import { bucketOf } from './s3-requests.server.ts'
import { openS3Files } from './s3.server.ts'

let s3: TestS3
let folder: string

const opened = describeFileStore('in a bucket', async () => {
  s3 = await startS3()
  folder = await mkdtemp(path.join(tmpdir(), 'bir-tereze-coming-'))
  return {
    filesOf: openS3Files(s3.url, folder),
    kept: async () => [...s3.objects.keys()].map((key) => key.split('/').at(-1) ?? ''),
    age: async (id, at) => s3.age(`t_almaty/${id}`, at),
    close: async () => {
      await s3.close()
      await rm(folder, { recursive: true })
    },
  }
})
const almaty = () => opened().filesOf('t_almaty')

const brokenLine = /hang up|ECONNRESET|EPIPE|aborted/

describe('a file in a bucket', () => {
  it('stands under its region’s name and nowhere else', async () => {
    const id = newId()
    await almaty().put(id, Readable.from(['x']))
    expect([...s3.objects.keys()]).toEqual([`t_almaty/${id}`])
    const left = await readdir(folder, { recursive: true, withFileTypes: true })
    expect(left.filter((entry) => entry.isFile())).toEqual([])
  })

  it('is never public: without a signature nobody reads, lists, writes or removes it', async () => {
    const id = newId()
    await almaty().put(id, Readable.from(['x']))
    const at = `${s3.endpoint}/${s3Account.bucket}`
    for (const [method, url] of [
      ['GET', `${at}/t_almaty/${id}`],
      ['GET', `${at}?list-type=2`],
      ['PUT', `${at}/t_almaty/${id}`],
      ['DELETE', `${at}/t_almaty/${id}`],
    ] as const) {
      expect((await fetch(url, { method, body: method === 'PUT' ? 'y' : undefined })).status).toBe(403)
    }
    expect(await text(await almaty().read(id))).toBe('x')
  })

  it('is kept and read in spite of a store that is busy for a moment', async () => {
    const id = newId()
    s3.busy = 2
    await almaty().put(id, Readable.from(['шыдам']))
    s3.busy = 2
    expect(await text(await almaty().read(id))).toBe('шыдам')
  })

  it('is there or not there when the line breaks, and its reader learns of it', async () => {
    const id = newId()
    s3.breaksOff = true
    await expect(almaty().put(id, Readable.from([Buffer.alloc(300_000)]))).rejects.toThrow(brokenLine)
    expect(s3.objects.size).toBe(0)
    s3.breaksOff = false
    await almaty().put(id, Readable.from([Buffer.alloc(300_000, 1)]))
    s3.breaksOff = true
    await expect(almaty().read(id).then(buffer)).rejects.toThrow(brokenLine)
  })

  it('is not kept by who has another secret, and the secret stays out of the message', async () => {
    const wrong = openS3Files(s3.url.replace(/:[^:@]+@/, ':wrongsecret@'), folder)('t_almaty')
    const refused = await wrong.put(newId(), Readable.from(['x'])).catch((error: unknown) => error as Error)
    expect(refused).toMatchObject({ name: 'StoreRefusal', code: 'SignatureDoesNotMatch' })
    expect(String(refused)).not.toContain('wrongsecret')
    await expect(
      openS3Files(s3.url.replace('bir-tereze', 'other-bucket'), folder)('t_almaty').read(newId()),
    ).rejects.toThrow('NoSuchBucket')
  })

  it('is swept over many pages of a long list', async () => {
    const ids = Array.from({ length: 501 }, newId)
    await Promise.all(ids.map((id) => almaty().put(id, Readable.from(['x']))))
    const kept = ids[7] ?? ''
    const later = new Date(Date.now() + 1000)
    expect(await almaty().sweep(later, async () => new Set([kept]))).toBe(500)
    expect([...s3.objects.keys()]).toEqual([`t_almaty/${kept}`])
  })
})

it.each([
  'ftp://key:secret@host/bucket',
  'https://host/bucket',
  'https://key@host/bucket',
  'https://key:secret@host/',
  'https://key:secret@host/a/b',
])('an address like %s is none of a bucket', (address) => {
  expect(() => bucketOf(address)).toThrow(/^FILES_S3_URL must look like/)
})

describe('the S3 of the tests', () => {
  const clientOf = (secretAccessKey: string) =>
    new S3Client({
      endpoint: s3.endpoint,
      region: s3Account.region,
      forcePathStyle: true,
      maxAttempts: 1,
      credentials: { accessKeyId: s3Account.accessKeyId, secretAccessKey },
    })
  const at = (Key: string) => ({ Bucket: s3Account.bucket, Key })

  it('is one to the client that AWS wrote', async () => {
    const client = clientOf(s3Account.secretAccessKey)
    for (const key of ['t_almaty/a', 't_almaty/b & c', 't_shymkent/a']) {
      await client.send(new PutObjectCommand({ ...at(key), Body: Buffer.from(`Құжат ${key}`) }))
    }
    const { Body } = await client.send(new GetObjectCommand(at('t_almaty/b & c')))
    expect(await Body?.transformToString()).toBe('Құжат t_almaty/b & c')
    const list = { Bucket: s3Account.bucket, Prefix: 't_almaty/', MaxKeys: 1 }
    const first = await client.send(new ListObjectsV2Command(list))
    expect([first.IsTruncated, first.Contents?.map(({ Key }) => Key)]).toEqual([true, ['t_almaty/a']])
    const second = await client.send(
      new ListObjectsV2Command({ ...list, ContinuationToken: first.NextContinuationToken }),
    )
    expect([second.IsTruncated, second.Contents?.map(({ Key }) => Key)]).toEqual([false, ['t_almaty/b & c']])
    await client.send(new DeleteObjectCommand(at('t_almaty/a')))
    await expect(client.send(new GetObjectCommand(at('t_almaty/a')))).rejects.toMatchObject({ name: 'NoSuchKey' })
  })

  it('refuses that client when its secret is another one', async () => {
    await expect(clientOf('wrong').send(new PutObjectCommand({ ...at('x'), Body: 'x' }))).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
    })
  })
})
