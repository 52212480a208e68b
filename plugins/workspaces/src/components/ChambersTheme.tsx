import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { ThemeProvider } from '@mui/material/styles';
import type { Theme } from '@mui/material/styles';
import { useTranslation } from '../hooks';

/**
 * The app's theme, with buttons in sentence case instead of MUI's capitals, and with texts of ours where
 * MUI brings its own in English.
 */
export function ChambersTheme({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const ours = useCallback(
    (theme: Theme): Theme => ({
      ...theme,
      typography: {
        ...theme.typography,
        button: { ...theme.typography.button, textTransform: 'none' },
      },
      components: {
        ...theme.components,
        MuiAutocomplete: {
          ...theme.components?.MuiAutocomplete,
          defaultProps: {
            ...theme.components?.MuiAutocomplete?.defaultProps,
            openText: t('components.suggest.open'),
            closeText: t('components.suggest.close'),
            clearText: t('components.suggest.clear'),
          },
        },
      },
    }),
    [t],
  );
  return <ThemeProvider theme={ours}>{children}</ThemeProvider>;
}
