import type { RequestHandler } from 'express'
import { isMultipart } from '#app/core/http/multipart.server.ts'

/** How long a form without files may take to come in, milliseconds. */
const formPatience = 60_000
/** A form with files must bring so many bytes in every such stretch: a telephone at the edge of its network does. */
const stretch = 30_000
const leastBytes = 30_000

/** Cuts off who sends a form by the drop: each would hold a connection, and a few thousand all of them. */
export const guardBody: RequestHandler = (incoming, outgoing, next) => {
  if (incoming.method !== 'POST') return next()
  const cut = () => incoming.destroy()
  const { socket } = incoming
  let before = socket.bytesRead
  const timer = isMultipart(incoming.headers['content-type'])
    ? setInterval(() => {
        if (socket.bytesRead - before < leastBytes) cut()
        before = socket.bytesRead
      }, stretch)
    : setTimeout(cut, formPatience)
  const stop = () => clearInterval(timer)
  incoming.once('end', stop)
  outgoing.once('close', stop)
  next()
}
