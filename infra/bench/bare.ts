import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { asProcessEnv } from '#infra/up/environment.ts'
import { freePort } from '#infra/up/processes.ts'
import { nodeFlags, root } from '#infra/up/programs.ts'
import { runToEnd } from '#infra/up/run-child.ts'

/** Builds and starts the bare Remix pages that the product is compared with, as a process with the server's own flags. */
export async function startBare(): Promise<{ port: number; stop(): Promise<void> }> {
  const remix = path.join(root, 'node_modules/@remix-run/dev/dist/cli.js')
  const { code, output } = await runToEnd([remix, 'vite:build', '--config', 'infra/bench/bare/vite.config.ts'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (code !== 0) throw new Error(`The bare pages could not be built:\n${output}`)
  const port = await freePort()
  const child = fork(path.join(root, 'infra/bench/bare/serve.ts'), [], {
    cwd: root,
    execArgv: [...nodeFlags.server],
    env: asProcessEnv({ PATH: process.env.PATH, NODE_ENV: 'production', PORT: String(port) }),
  })
  await once(child, 'message')
  return {
    port,
    stop: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}
