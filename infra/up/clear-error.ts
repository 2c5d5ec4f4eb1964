/** A mistake of the person or the machine that one line explains; shown without a stack. */
export class ClearError extends Error {
  override name = 'ClearError'
}
