import autocannon, { type Options } from 'autocannon'

/** What one run through a list of requests has learnt from its answers, by name. */
export type Memory = Record<string, string>

/** One request of a load; what is a function is asked anew each time it is sent. */
export interface Shot {
  readonly path: string
  readonly headers?: (memory: Memory) => Readonly<Record<string, string>>
  /** With it the request is a POST; `turn` is a number that never comes twice. */
  readonly body?: (turn: number, memory: Memory) => string
  /** Keeps something of the answer for the requests that follow; both as text. */
  readonly learn?: (memory: Memory, body: string, headers: string) => void
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
    requests: shots.map(({ path, headers, body, learn }) => ({
      method: body ? 'POST' : 'GET',
      path,
      // Its context is ours: one for each run through the list.
      setupRequest: (request, context) => ({
        ...request,
        headers: { ...headers?.(context as Memory), Host: `${host}:${port}` },
        body: body?.((turn += 1), context as Memory),
      }),
      onResponse: (_status, answer, context, sent) => learn?.(context as Memory, answer, JSON.stringify(sent)),
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
