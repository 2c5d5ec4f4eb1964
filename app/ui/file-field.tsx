import { fieldState, FieldShell, type FieldProps } from '#app/ui/field.tsx'

type FileFieldProps = FieldProps & {
  /** What may be picked, as the accept attribute says it: ".pdf,image/*". The hint says it in words. */
  accept: string
  multiple?: boolean
}

/** Files from the person's own device; the hint says how many, how large and of what kind. */
export function FileField({ name, id = name, accept, multiple, label, hint, error, ...words }: FileFieldProps) {
  return (
    <FieldShell {...words} {...{ id, label, hint, error }}>
      <input
        {...fieldState(id, hint, error)}
        type="file"
        name={name}
        accept={accept}
        multiple={multiple}
        className="input input-file"
      />
    </FieldShell>
  )
}
