/**
 * Where a script says that something was done, without a new page: empty until then. `data-toasts` is what the script
 * looks for; each message is a child with the class `toast`.
 */
export function Toasts({ label }: { label: string }) {
  return <output className="toasts" aria-label={label} data-toasts="" />
}
