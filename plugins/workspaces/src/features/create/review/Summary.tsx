import { Fragment } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from '../../../hooks';
import type { Step } from '../wizard/steps';
import type { SummarySection } from './summaryOf';

const GRID = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', sm: '180px 1fr' },
  columnGap: 2,
  rowGap: { xs: 0, sm: 0.5 },
  m: 0,
} as const;

/** What was chosen on each step, with a way back to it. */
export function Summary({
  sections,
  onShow,
}: {
  sections: readonly SummarySection[];
  onShow(step: Step): void;
}) {
  const { t } = useTranslation();
  return (
    <>
      {sections.map(({ step, lines }) => (
        <Box key={step} sx={{ mb: 2 }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
            <Typography variant="subtitle2" component="h4">
              {t(`create.steps.${step}`)}
            </Typography>
            <Button
              size="small"
              aria-label={t('create.review.changeStep', {
                step: t(`create.steps.${step}`),
              })}
              onClick={() => onShow(step)}
            >
              {t('create.review.change')}
            </Button>
          </Box>
          <Box component="dl" sx={GRID}>
            {lines.map(({ label, value }, index) => (
              // Lines have no identity but their place, and the whole is drawn anew.
              // eslint-disable-next-line react/no-array-index-key
              <Fragment key={index}>
                <Typography
                  component="dt"
                  variant="body2"
                  color="text.secondary"
                  sx={{ mt: { xs: 0.5, sm: 0 } }}
                >
                  {t(`create.review.labels.${label}`)}
                </Typography>
                <Typography
                  component="dd"
                  variant="body2"
                  sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere' }}
                >
                  {value || t(`create.review.defaults.${label}`)}
                </Typography>
              </Fragment>
            ))}
          </Box>
        </Box>
      ))}
    </>
  );
}
