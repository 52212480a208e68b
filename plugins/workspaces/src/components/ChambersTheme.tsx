import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { getContrastRatio, lighten, ThemeProvider } from '@mui/material/styles';
import type { Palette, Theme } from '@mui/material/styles';
import { useTranslation } from '../hooks';

// WCAG 2.2, 1.4.3. MUI's red comes to 2.7 on a dark panel, and every field says in it what is wrong.
const READABLE = 4.5;

function readableError(palette: Palette): Palette['error'] {
  const { mode, error, background } = palette;
  const readable = getContrastRatio(error.main, background.paper) >= READABLE;
  if (readable || mode === 'light') return error;
  return palette.augmentColor({ color: { main: lighten(error.main, 0.5) } });
}

/**
 * The app's theme, with buttons in sentence case instead of MUI's capitals, a red that can be read
 * in the dark, and texts of ours where MUI brings its own in English.
 */
export function ChambersTheme({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const ours = useCallback(
    (theme: Theme): Theme => ({
      ...theme,
      palette: { ...theme.palette, error: readableError(theme.palette) },
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
