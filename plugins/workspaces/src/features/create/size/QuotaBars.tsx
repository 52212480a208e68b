import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from '../../../hooks';
import type { QuotaBar } from './quotaBars';

function Bar({ bar }: { bar: QuotaBar }) {
  return (
    <Box
      aria-hidden
      sx={{
        display: 'flex',
        height: 8,
        borderRadius: 1,
        overflow: 'hidden',
        bgcolor: 'action.disabledBackground',
      }}
    >
      <Box sx={{ width: `${bar.usedPercent}%`, bgcolor: 'text.secondary' }} />
      <Box
        sx={{
          width: `${bar.askedPercent}%`,
          bgcolor: bar.over ? 'error.main' : 'primary.main',
        }}
      />
    </Box>
  );
}

/** The cluster's quota: what is used, what this workspace adds, what would be left. */
export function QuotaBars({ bars }: { bars: readonly QuotaBar[] }) {
  const { t } = useTranslation();
  const words = (bar: QuotaBar): string => {
    const { used, limit = '', left = '', asked = '–' } = bar;
    if (bar.limit === undefined) {
      return t('create.size.barUnlimited', { used, asked });
    }
    return bar.over
      ? t('create.size.barOver', { used, limit, left, asked })
      : t('create.size.bar', { used, limit, left, asked });
  };
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {bars.map(bar => (
        <Box component="li" key={bar.part} sx={{ mb: 2 }}>
          <Typography variant="body2" component="div" gutterBottom>
            {t(`create.size.parts.${bar.part}`)}
          </Typography>
          {bar.limit !== undefined && <Bar bar={bar} />}
          <Typography
            variant="caption"
            component="div"
            color={bar.over ? 'error' : 'text.secondary'}
            sx={{ mt: 0.5 }}
          >
            {words(bar)}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
