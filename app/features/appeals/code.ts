/** A code as people type it: spaces, hyphens and letter case do not count, O is 0, I and L are 1. */
export function typedCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
}

/** A code as it is shown: in two groups, so that it can be read out. */
export const shownCode = (code: string): string => code.replace(/^(.{4})(.+)$/, '$1 $2')
