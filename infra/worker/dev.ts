import { runWorker } from './run.ts'

// Node strips the types: the worker has no page and needs no build to be worked on.
await runWorker()
