import type { ReactNode } from 'react';
import { ThemeProvider } from '@mui/material/styles';
import type { Theme } from '@mui/material/styles';

function withSentenceCase(theme: Theme): Theme {
  const button = { ...theme.typography.button, textTransform: 'none' as const };
  return { ...theme, typography: { ...theme.typography, button } };
}

/** The app's theme, with buttons in sentence case instead of MUI's capitals. */
export function ChambersTheme({ children }: { children: ReactNode }) {
  return <ThemeProvider theme={withSentenceCase}>{children}</ThemeProvider>;
}
