import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { getContrastRatio, lighten, ThemeProvider } from '@mui/material/styles';
import type { Palette, PaletteColor, Theme } from '@mui/material/styles';
import { useTranslation } from '../hooks';

// WCAG 2.2, 1.4.3. On a dark panel MUI's red comes to 2.7 and its green to 4.2, and both are written in:
// every field says in red what is wrong.
const READABLE = 4.5;

function readable(
  { mode, background, augmentColor }: Palette,
  colour: PaletteColor,
): PaletteColor {
  const isReadable = (main: string) =>
    getContrastRatio(main, background.paper) >= READABLE;
  if (mode === 'light' || isReadable(colour.main)) return colour;
  const lighter = lighten(colour.main, 0.25);
  const main = isReadable(lighter) ? lighter : lighten(colour.main, 0.5);
  return augmentColor({ color: { main } });
}

function readableIn(palette: Palette): Palette {
  return {
    ...palette,
    error: readable(palette, palette.error),
    success: readable(palette, palette.success),
  };
}

/**
 * The app's theme, with buttons in sentence case instead of MUI's capitals, colours that can be read
 * in the dark, and texts of ours where MUI brings its own in English.
 */
export function ChambersTheme({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const ours = useCallback(
    (theme: Theme): Theme => ({
      ...theme,
      palette: readableIn(theme.palette),
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
