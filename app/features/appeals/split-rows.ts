/** How many bodies a form has room for at once; more are added by sending it again. */
export const rowsOfSplit = [1, 2, 3, 4] as const

/** In the place of an agency: none of the region's. Which one stands in the reason then. */
export const anotherBody = 'another'
