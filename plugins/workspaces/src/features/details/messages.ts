/** Texts of `features/details`. */
export const detailsMessages = {} as const;
