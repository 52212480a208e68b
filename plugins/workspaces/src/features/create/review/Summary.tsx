import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { WORKSPACE_DEFAULTS } from '@butler-portal/plugin-butler-common';
import { Definition, DefinitionList } from '../../../components/DefinitionList';
import { useTranslation } from '../../../hooks';
import type { Step } from '../wizard/steps';
import { useDurationWords } from '../size/useDurationWords';
import type { SummaryLine, SummarySection } from './summaryOf';

/** What was chosen on each step, with a way back to it. */
export function Summary({
  sections,
  onShow,
}: {
  sections: readonly SummarySection[];
  onShow(step: Step): void;
}) {
  const { t } = useTranslation();
  const inWords = useDurationWords();
  const { cpu, memory, storageSize: storage } = WORKSPACE_DEFAULTS;
  const taken = {
    cpu,
    memory,
    storage,
    idleTimeout: inWords(WORKSPACE_DEFAULTS.idleTimeout),
    autoStopAfter: inWords(WORKSPACE_DEFAULTS.autoStopAfter),
  };
  const fallback = (label: SummaryLine['label']) =>
    label in taken
      ? t('create.review.byDefault', {
          value: taken[label as keyof typeof taken],
        })
      : t(
          `create.review.defaults.${
            label as Exclude<typeof label, keyof typeof taken>
          }`,
        );
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
                {value || fallback(label)}
              </Definition>
            ))}
          </DefinitionList>
        </Box>
      ))}
    </>
  );
}
