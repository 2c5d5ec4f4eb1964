import * as build from 'virtual:remix/server-build'
import { runServer } from './run.ts'

await runServer({ build })
