import { Button } from '#app/ui/button.tsx'
import { fieldState, FieldHint } from '#app/ui/field.tsx'

type SearchFieldProps = {
  name: string
  id?: string
  label: string
  hint?: string
  button: string
  defaultValue?: string
}

/** Where one types what one looks for, with its button. Stands in a form of its own or in a FilterBar. */
export function SearchField({ name, id = name, label, hint, button, defaultValue }: SearchFieldProps) {
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <FieldHint id={id} hint={hint} />
      <div className="search">
        <input
          {...fieldState(id, hint, undefined)}
          type="search"
          name={name}
          defaultValue={defaultValue}
          autoComplete="off"
          className="input"
        />
        <Button variant="secondary" icon="search">
          {button}
        </Button>
      </div>
    </div>
  )
}
