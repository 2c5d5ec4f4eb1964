/** Where progress is told. Tests and other programs pass one that stays silent. */
export interface Terminal {
  /** One plain line. */
  say(line: string): void
  /** Runs a step: a mark and its time when it is done, a line of its own while a long one still runs. */
  step<T>(name: string, work: () => Promise<T>): Promise<T>
}

const longStepMs = 1200

/** Progress as short lines on standard output. */
export function openTerminal(write: (line: string) => void = (line) => console.log(line)): Terminal {
  return {
    say: write,
    async step(name, work) {
      const started = performance.now()
      const notice = setTimeout(() => write(`… ${name}`), longStepMs)
      try {
        const result = await work()
        write(`✓ ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
        return result
      } finally {
        clearTimeout(notice)
      }
    },
  }
}
