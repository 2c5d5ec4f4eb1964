import { TextField } from '#app/ui/text-field.tsx'

type ThreeTextsProps = {
  /** The first part of the fields' names: `name` for `nameKk`. */
  name: string
  label: string
  languages: readonly { code: string; label: string }[]
  value: (field: string) => string | undefined
  error: (field: string) => string | undefined
}

/** The same words in each language, one line each. */
export function ThreeTexts({ name, label, languages, value, error }: ThreeTextsProps) {
  return (
    <>
      {languages.map(({ code, label: language }) => {
        const field = `${name}${code.charAt(0).toUpperCase()}${code.slice(1)}`
        return (
          <TextField
            key={code}
            name={field}
            label={label}
            optionalLabel={`(${language})`}
            lang={code}
            defaultValue={value(field)}
            error={error(field)}
            autoComplete="off"
          />
        )
      })}
    </>
  )
}
