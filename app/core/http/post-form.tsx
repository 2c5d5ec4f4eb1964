import type { ReactNode } from 'react'
import { usePageScope } from './page-scope.tsx'

interface PostFormProps {
  /** Where to post; the page itself when left out. */
  readonly action?: string
  /** Which of the page's forms this is. */
  readonly intent?: string
  /** For forms that bring files; the fields come before them. */
  readonly files?: boolean
  readonly className?: string
  /** For fields that belong to the form and stand elsewhere on the page. */
  readonly id?: string
  readonly children: ReactNode
}

/** A form that carries the token which proves that it came from a page of ours. Works without JavaScript. */
export function PostForm({ action, intent, files = false, id, className, children }: PostFormProps) {
  const { formToken } = usePageScope()
  return (
    <form
      id={id}
      method="post"
      action={action}
      encType={files ? 'multipart/form-data' : undefined}
      className={className}
      noValidate
    >
      <input type="hidden" name="formToken" value={formToken} />
      {intent ? <input type="hidden" name="intent" value={intent} /> : null}
      {children}
    </form>
  )
}
