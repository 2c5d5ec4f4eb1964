import type { RequestHandler } from 'express'
import type { ServerBuild } from '@remix-run/node'
import { serverEnv } from '#app/core/env.server.ts'
import { openInstallation } from '#app/contexts.server.ts'
import { createEdge } from './edge.ts'
import type { Handler } from './listen.ts'
import { described, openLog } from './log.ts'
import { answerByRemix } from './remix.ts'

interface HandlerParts {
  readonly build: ServerBuild | (() => Promise<ServerBuild>)
  /** Development's own middleware in place of the built files. */
  readonly assets?: RequestHandler
}

/** Opens the product with the settings of the environment; throws one line for settings that cannot be used. */
export async function openHandler({ build, assets }: HandlerParts): Promise<Handler> {
  const env = serverEnv()
  const log = openLog(env.LOG_LEVEL, 'server')
  const installation = openInstallation(env, 'bir-tereze-server', {
    report: (error) => log.error(described(error), 'failed'),
  })
  // Loaded only where a demo asks for it: under `serve` the pages do not exist.
  const demo = env.DEMO_SIGN_INS
    ? (await import('./demo-pages.ts')).demoPages({
        signIns: env.DEMO_SIGN_INS,
        mail: env.DEMO_MAIL_DIR,
        sms: env.DEMO_SMS_DIR,
      })
    : undefined
  const answerPage = answerByRemix(build, env.NODE_ENV)
  return {
    env,
    log,
    answer: createEdge({ env, installation, log, answerPage, assets, demo }),
    close: installation.close,
  }
}
