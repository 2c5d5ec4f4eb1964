/** So many people one may name on the portal: each of them is written to. A longer list is brought on paper. */
export const mostNamed = 10

/** So many people one appeal can belong to beside who brought it. */
export const mostCosigners = 300
