/** Texts of `features/create`. */
export const createMessages = {} as const;
