import type { ReactNode } from 'react'
import { useLanguages } from '#app/core/http/use-languages.ts'
import { PlainFrame } from '#app/ui/plain-frame.tsx'

interface PlainPageProps {
  readonly siteName: string
  readonly children: ReactNode
}

/** The frame of pages before a sign-in. Their language is no part of the path, so it is asked for. */
export function PlainPage({ siteName, children }: PlainPageProps) {
  return (
    <PlainFrame name={siteName} homeHref="/" {...useLanguages()}>
      {children}
    </PlainFrame>
  )
}
