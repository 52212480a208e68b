import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Definition, DefinitionList } from '../../../components/DefinitionList';
import { useTranslation } from '../../../hooks';
import type { Step } from '../wizard/steps';
import type { SummarySection } from './summaryOf';

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
          <DefinitionList>
            {lines.map(({ label, value }, index) => (
              <Definition
                // Lines have no identity but their place, and the whole is drawn anew.
                // eslint-disable-next-line react/no-array-index-key
                key={index}
                term={t(`create.review.labels.${label}`)}
              >
                {value || t(`create.review.defaults.${label}`)}
              </Definition>
            ))}
          </DefinitionList>
        </Box>
      ))}
    </>
  );
}
