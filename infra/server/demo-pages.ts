import express, { type RequestHandler } from 'express'
import { demoMailPages } from './demo-mail.tsx'
import { galleryPages } from './gallery/pages.tsx'

/** Pages that a demo and development have and a running product has not. */
export function demoPages(mailDirectory: string): RequestHandler {
  return express.Router().use(demoMailPages(mailDirectory), galleryPages())
}
