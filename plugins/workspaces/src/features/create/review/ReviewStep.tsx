import Stack from '@mui/material/Stack';
import { useFormContext } from 'react-hook-form';
import { Panel } from '../../../components/Panel';
import { useTranslation } from '../../../hooks';
import type { CreateField } from '../form/fieldPaths';
import type { CreateValues } from '../form/values';
import type { Problem } from '../wizard/problems';
import type { Step } from '../wizard/steps';
import { Problems } from './Problems';
import { Summary } from './Summary';
import { summaryOf } from './summaryOf';

interface ReviewStepProps {
  /** Display name of the template; undefined = from scratch. */
  template?: string;
  problems: readonly Problem[];
  onShow(step: Step): void;
  onShowField(field: CreateField): void;
}

/** Everything at a glance, and what stands in the way of creating it. */
export function ReviewStep(props: ReviewStepProps) {
  const { t } = useTranslation();
  const { getValues } = useFormContext<CreateValues>();
  return (
    <Stack spacing={3}>
      <Problems problems={props.problems} onShowField={props.onShowField} />
      <Panel title={t('create.review.heading')}>
        <Summary
          sections={summaryOf(getValues(), props.template)}
          onShow={props.onShow}
        />
      </Panel>
    </Stack>
  );
}
