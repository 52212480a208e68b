/** Texts of `features/list`. */
export const listMessages = {
  title: 'Workspaces',
} as const;
