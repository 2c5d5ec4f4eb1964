import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import { InvalidInput } from '../errors.ts'
import type { FileLimits, ReceivedFile, SentFile, Upload } from '../files.ts'

/** Where the files of a form go, once it is known that they may come. */
export interface Receiving {
  readonly upload: Upload
  readonly limits: FileLimits
}

/** A form with files as it came. Whoever has it calls `drop` in the end. */
export interface SentForm {
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly files: readonly SentFile[]
  /** What was allowed; undefined where no file came. */
  readonly limits: FileLimits | undefined
  /** There were more files than allowed; the others were not kept. */
  readonly tooMany: boolean
  /** Why no file was taken: what `allow` threw. The fields are there all the same. */
  readonly refused: unknown
  drop(): Promise<void>
}

/** The longest text is 20,000 characters; what is past this is no form of ours. Bytes. */
const longestFields = 1_000_000
const mostFields = 100
/** Past the allowed ones files are counted and not kept; past this many nothing is read any more. */
const mostFiles = 100
/** A refused video is still read to its end, or the person would see a broken connection in the place of the reason. */
const longestBody = 1_000_000_000

export const isMultipart = (contentType: string | null | undefined): boolean =>
  /^multipart\/form-data\b/i.test(contentType ?? '')

/**
 * Reads a form with files as it comes in, at the pace at which the disk takes it. `allow` is asked when the first file
 * begins, with the fields before it: what it throws keeps the files out. Throws InvalidInput for what is no form.
 */
export async function readMultipart(
  request: Request,
  allow: (fields: readonly (readonly [name: string, value: string])[]) => Promise<Receiving>,
): Promise<SentForm> {
  const contentType = request.headers.get('Content-Type') ?? ''
  const fields: [string, string][] = []
  let begun = 0
  let limits: FileLimits | undefined
  let refused: unknown
  let length = 0
  let broken = false
  let receiving: Promise<Receiving | undefined> | undefined
  // In the order in which they were sent: a short one behind a long one is often written first.
  const taken: Promise<SentFile | undefined>[] = []
  const streams: BusboyFileStream[] = []
  const drop = async () => {
    for (const one of await Promise.allSettled(taken)) if (one.status === 'fulfilled') await one.value?.drop()
  }

  const parser = parserOf(contentType)
  parser.on('field', (name, value, nameCut, valueCut) => {
    length += Buffer.byteLength(name) + Buffer.byteLength(value)
    if (nameCut || valueCut || length > longestFields) broken = true
    else fields.push([name, value])
  })
  for (const limit of ['partsLimit', 'fieldsLimit', 'filesLimit'] as const) parser.on(limit, () => (broken = true))
  parser.on('file', (field, stream, name) => {
    // The parser says that a part broke off and leaves its stream as it is: nobody would ever see its end.
    stream.on('error', (error) => stream.destroy(error))
    streams.push(stream)
    // A choice left empty is sent as a file without a name, and brings nothing.
    if (name === '') return void taken.push(drain(stream))
    receiving ??= allow([...fields]).catch((error: unknown) => {
      refused = error
      return undefined
    })
    taken.push(take(field, stream, name, receiving))
  })

  async function take(
    field: string,
    stream: BusboyFileStream,
    name: string,
    place: typeof receiving,
  ): Promise<SentFile | undefined> {
    const where = await place
    if (where === undefined) return drain(stream)
    limits = where.limits
    begun += 1
    if (begun > limits.most) return drain(stream)
    const received: ReceivedFile = await where.upload.receive(stream, limits.bytes)
    return { ...received, field, name }
  }

  try {
    if (!request.body) throw new InvalidInput({})
    const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0])
    await pipeline(body, counted, parser).catch(async (error: unknown) => {
      // What was being written must have ended before it is dropped.
      for (const stream of streams) stream.destroy()
      await Promise.allSettled(taken)
      throw request.signal.aborted ? error : new InvalidInput({})
    })
    const files = (await Promise.all(taken)).filter((file) => file !== undefined)
    if (broken) throw new InvalidInput({})
    return { fields, files, limits, tooMany: limits !== undefined && begun > limits.most, refused, drop }
  } catch (error) {
    await drop()
    throw error
  }
}

async function* counted(chunks: AsyncIterable<Uint8Array>) {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > longestBody) throw new InvalidInput({})
    yield chunk
  }
}

function parserOf(contentType: string): BusboyInstance {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      limits: {
        fieldNameSize: 100,
        fieldSize: longestFields,
        fields: mostFields,
        files: mostFiles,
        parts: mostFields + mostFiles,
        headerPairs: 20,
        headerSize: 8192,
      },
      isPartAFile: (_name, _type, fileName) => fileName !== undefined,
    })
  } catch {
    // No boundary, or one that cannot be.
    throw new InvalidInput({})
  }
}

async function drain(stream: Readable): Promise<undefined> {
  stream.resume()
  await finished(stream)
}
