import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { Details } from '#app/ui/details.tsx'
import { FieldError, fieldState } from '#app/ui/field.tsx'
import { Fieldset } from '#app/ui/fieldset.tsx'
import { areaSides, mostAreas } from '../black-out.ts'

const atOnce = 3
const rows = Array.from({ length: mostAreas }, (_, index) => index + 1)

/** The places as numbers: one row a place, four sides each. */
export function AreaRows() {
  const { t } = useTranslation('attachments')
  const { value, error } = useFormState('make')
  const isUsed = (row: number) => areaSides.some((side) => value(`${side}${row}`) || error(`${side}${row}`))
  const more = rows.slice(atOnce)
  return (
    <Fieldset id="areas" legend={t('blackOut.areas')} hint={t('blackOut.hint')}>
      {rows.slice(0, atOnce).map((row) => (
        <AreaRow key={row} row={row} />
      ))}
      <Details summary={t('blackOut.more')} open={more.some(isUsed)}>
        {more.map((row) => (
          <AreaRow key={row} row={row} />
        ))}
      </Details>
    </Fieldset>
  )
}

function AreaRow({ row }: { row: number }) {
  const { t } = useTranslation('attachments')
  const { value, error } = useFormState('make')
  return (
    <fieldset className="area-row" data-area={row}>
      <legend className="visually-hidden">{`${t('blackOut.area')} ${row}`}</legend>
      <span className="area-number" aria-hidden="true">
        {row}
      </span>
      {areaSides.map((side) => {
        const name = `${side}${row}`
        return (
          <div key={side} className="area-side">
            <label htmlFor={name}>{t(`blackOut.${side}`)}</label>
            <input
              {...fieldState(name, undefined, error(name))}
              name={name}
              defaultValue={value(name)}
              inputMode="numeric"
              autoComplete="off"
              data-side={side}
              className="input input-full"
            />
          </div>
        )
      })}
      <div className="area-errors">
        {areaSides.map((side) => (
          <FieldError key={side} id={`${side}${row}`} error={error(`${side}${row}`)} />
        ))}
      </div>
    </fieldset>
  )
}
