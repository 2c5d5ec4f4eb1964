// npm start: the whole product with a database of its own, two demo regions and a mailbox.
// --dev (npm run dev): the same from the sources, reloading.
import { ClearError } from './clear-error.ts'
import { startDemo } from './demo.ts'
import { root } from './programs.ts'
import { readDemoSettings } from './settings.ts'
import { stopOnSignals } from './stop-on-signals.ts'
import { summarize } from './summary.ts'
import { openTerminal } from './terminal.ts'

const terminal = openTerminal()
const { signal, until, force } = stopOnSignals(() => terminal.say('… stopping'))

try {
  const started = performance.now()
  const settings = readDemoSettings(process.env, root)
  const dev = process.argv.includes('--dev')
  const demo = await startDemo({ ...settings, terminal, dev, signal, force })
  const portal = demo.signIns.portals[0]?.portal
  const mail = demo.mailDir && portal ? `${portal}/dev/mail` : undefined
  const sms = demo.smsDir && portal ? `${portal}/dev/sms` : undefined
  for (const line of summarize(demo.signIns, { mail, sms, codes: portal && `${portal}/dev/codes` })) terminal.say(line)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  terminal.say(`Bir Tereze runs (${seconds} s). Ctrl-C stops it.`)
  process.send?.({ type: 'ready', url: demo.url, mailDir: demo.mailDir, smsDir: demo.smsDir, signIns: demo.signIns })

  const failure = await Promise.race([demo.failed, until])
  if (failure) console.error(`✗ ${failure}; stopping everything. Logs: ${settings.dataDir}/log`)
  await demo.stop()
  if (!failure) terminal.say('✓ stopped')
  process.exit(failure ? 1 : 0)
} catch (error) {
  if (signal.aborted) {
    terminal.say('✓ stopped')
    process.exit(0)
  }
  console.error(error instanceof ClearError ? `✗ ${error.message}` : error)
  process.exit(1)
}
