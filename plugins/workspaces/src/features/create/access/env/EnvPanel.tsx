import { useState } from 'react';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useFormContext, useWatch } from 'react-hook-form';
import { Panel } from '../../../../components/Panel';
import { NO_ENV } from '../../../../components/specForm';
import { useTranslation } from '../../../../hooks';
import type { CreateValues } from '../../form/values';
import { ChoiceRadios } from '../ChoiceRadios';
import { ClusterWorkloads } from './ClusterWorkloads';

function NoCluster({ onShowBasics }: { onShowBasics(): void }) {
  const { t } = useTranslation();
  return (
    <Stack direction="row" spacing={2} alignItems="center" flexWrap="wrap">
      <Typography variant="body2" color="text.secondary">
        {t('create.access.env.chooseCluster')}
      </Typography>
      <Button onClick={onShowBasics}>{t('create.access.env.toBasics')}</Button>
    </Stack>
  );
}

/** The environment that the workspace starts with: none, or that of a workload of its cluster. */
export function EnvPanel({ onShowBasics }: { onShowBasics(): void }) {
  const { t } = useTranslation();
  const { setValue, clearErrors } = useFormContext<CreateValues>();
  const [team, cluster, env] = useWatch<
    CreateValues,
    ['team', 'cluster', 'env']
  >({ name: ['team', 'cluster', 'env'] });
  // Before anything is chosen, the wish to copy stands nowhere in the form.
  const [wanted, setWanted] = useState(false);
  const copies = wanted || env.namespace !== '' || env.name !== '';
  const choose = (value: string) => {
    setWanted(value === 'copy');
    if (value === 'copy') return;
    setValue('env', NO_ENV, { shouldDirty: true });
    clearErrors('env');
  };
  return (
    <Panel
      title={t('create.access.env.heading')}
      hint={t('create.access.env.hint')}
    >
      <ChoiceRadios
        label={t('create.access.env.label')}
        value={copies ? 'copy' : 'none'}
        onChange={choose}
        choices={[
          { value: 'none', label: t('create.access.env.none') },
          { value: 'copy', label: t('create.access.env.copy') },
        ]}
      />
      {copies && !cluster && <NoCluster onShowBasics={onShowBasics} />}
      {copies && cluster && (
        <ClusterWorkloads
          key={`${team}/${cluster}`}
          team={team}
          cluster={cluster}
        />
      )}
    </Panel>
  );
}
