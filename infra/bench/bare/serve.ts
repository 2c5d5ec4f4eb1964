import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler, writeReadableStreamToWritable, type ServerBuild } from '@remix-run/node'
import express from 'express'

// A bare Remix server, as its own process: express, Remix, nothing else.
const built = path.resolve('.cache/bench/server/index.js')
const build = (await import(pathToFileURL(built).href)) as ServerBuild
const handle = createRequestHandler(build, 'production')
const app = express()
app.disable('x-powered-by')
app.disable('etag')
app.use(express.raw({ type: () => true }))
app.use((incoming, outgoing, next) => {
  const body = incoming.method === 'POST' && Buffer.isBuffer(incoming.body) ? new Uint8Array(incoming.body) : undefined
  const request = new Request(`http://${incoming.headers.host}${incoming.originalUrl}`, {
    method: incoming.method,
    body,
  })
  handle(request)
    .then(async (response) => {
      outgoing.status(response.status)
      for (const [name, value] of response.headers) outgoing.setHeader(name, value)
      if (response.body) await writeReadableStreamToWritable(response.body, outgoing)
      else outgoing.end()
    })
    .catch(next)
})
const server = app.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'))
process.on('disconnect', () => server.close(() => process.exit()))
