import autocannon, { type Options } from 'autocannon'

/** One request of a load; a body is made anew for each time it is sent. */
export interface Shot {
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** With it the request is a POST; `turn` is a number that never comes twice. */
  readonly body?: (turn: number) => string
}

export interface Load {
  readonly port: number
  readonly host: string
  /** Sent one after the other, over and over, on each connection. */
  readonly shots: readonly Shot[]
  readonly seconds: number
}

export interface Measured {
  readonly perSecond: number
  /** Milliseconds, exact: taken from every single answer. */
  readonly p50: number
  readonly p95: number
  readonly answers: number
  /** Answers by status, where they were not what was expected. */
  readonly wrong: Readonly<Record<string, number>>
}

const connections = 8
/** Enough for any share of them to stand still. */
const mostAnswers = 30_000
let turn = 0

/** Asks this machine for so many seconds and no longer; a first second warms up and is not counted. */
export async function measure(load: Load): Promise<Measured> {
  await fire({ ...load, seconds: 1 })
  return fire(load)
}

async function fire({ port, host, shots, seconds }: Load): Promise<Measured> {
  const times: number[] = []
  const wrong: Record<string, number> = {}
  const began = performance.now()
  const options: Options = {
    url: `http://127.0.0.1:${port}`,
    connections,
    duration: seconds,
    requests: shots.map(({ path, headers, body }) => ({
      method: body ? 'POST' : 'GET',
      path,
      headers: { ...headers, Host: `${host}:${port}` },
      setupRequest: body && ((request) => ({ ...request, body: body((turn += 1)) })),
    })),
  }
  await new Promise<void>((resolve, reject) => {
    const running = autocannon(options, (error: unknown) => (error ? reject(error) : resolve()))
    running.on('response', (_client, status, _bytes, time) => {
      times.push(time)
      if (status >= 400) wrong[status] = (wrong[status] ?? 0) + 1
      if (times.length === mostAnswers) running.stop?.()
    })
  })
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN
  const perSecond = times.length / ((performance.now() - began) / 1000)
  return { perSecond, p50: at(0.5), p95: at(0.95), answers: times.length, wrong }
}
