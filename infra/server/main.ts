import * as build from 'virtual:remix/server-build'
import { openHandler } from './handler.ts'
import { serveWith } from './listen.ts'

const handler = await openHandler({ build })
serveWith(handler, async () => handler)
