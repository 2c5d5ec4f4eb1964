import { Fieldset } from '#app/ui/fieldset.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type ThreeTextsProps = {
  /** The first part of the fields' names: `name` for `nameKk`. */
  name: string
  legend: string
  hint?: string
  languages: readonly { code: string; label: string }[]
  value: (field: string) => string | undefined
  error: (field: string) => string | undefined
}

/** The same words in each language, one line each. */
export function ThreeTexts({ name, legend, hint, languages, value, error }: ThreeTextsProps) {
  return (
    <Fieldset id={name} legend={legend} hint={hint}>
      <div className="stack">
        {languages.map(({ code, label }) => {
          const field = `${name}${code.charAt(0).toUpperCase()}${code.slice(1)}`
          return (
            <TextField
              key={code}
              name={field}
              label={label}
              lang={code}
              defaultValue={value(field)}
              error={error(field)}
              autoComplete="off"
            />
          )
        })}
      </div>
    </Fieldset>
  )
}
