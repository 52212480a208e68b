import { memo, useId } from 'react';
import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { Controller } from 'react-hook-form';
import { useTranslation } from '../../../hooks';
import type { CreateValues } from '../form/values';
import { refusalOf } from './clusterChoice';
import type { ClusterChoice } from './clusterChoice';

/** Why the cluster cannot be chosen, or how much room it has. */
function useClusterNote() {
  const { t } = useTranslation();
  return (cluster: ClusterChoice): string => {
    const { left, limit = '', used } = cluster.quota.count;
    const phase = cluster.status?.phase;
    switch (refusalOf(cluster)) {
      case 'workspacesDisabled':
        return t('create.cluster.refusals.workspacesDisabled');
      case 'notReady':
        return phase
          ? t('create.cluster.refusals.notReadyPhase', { phase })
          : t('create.cluster.refusals.notReady');
      case 'full':
        return t('create.cluster.refusals.full', { used, limit });
      default:
        return left === undefined
          ? t('create.cluster.roomUnlimited')
          : t('create.cluster.room', { count: Number(left) });
    }
  };
}

interface ClusterRadiosProps {
  clusters: readonly ClusterChoice[];
}

/**
 * Every cluster of the team; those that take no workspace are there, disabled, with the reason. Drawn anew
 * when the clusters or the choice change, not at every key of another field: a team may have a hundred.
 */
export const ClusterRadios = memo(function Radios(props: ClusterRadiosProps) {
  const { clusters } = props;
  const { t } = useTranslation();
  const note = useClusterNote();
  const id = useId();
  const firstOpen = clusters.find(cluster => !refusalOf(cluster));
  return (
    <Controller<CreateValues, 'cluster'>
      name="cluster"
      render={({ field: { ref, ...field }, fieldState: { error } }) => (
        <FormControl error={Boolean(error)} fullWidth>
          <FormLabel id={`${id}-label`}>{t('create.cluster.label')}</FormLabel>
          <RadioGroup
            {...field}
            aria-labelledby={`${id}-label`}
            aria-describedby={`${id}-error`}
          >
            {clusters.map((cluster, index) => (
              <FormControlLabel
                key={cluster.metadata.name}
                value={cluster.metadata.name}
                disabled={refusalOf(cluster) !== undefined}
                sx={{ minWidth: 0, mr: 0 }}
                control={
                  <Radio
                    size="small"
                    inputRef={cluster === firstOpen ? ref : undefined}
                    inputProps={{
                      'aria-label': cluster.metadata.name,
                      'aria-describedby': `${id}-${index}`,
                    }}
                  />
                }
                label={
                  <Box sx={{ py: 0.5 }}>
                    <Typography variant="body2" component="span">
                      {cluster.metadata.name}
                    </Typography>
                    <Typography
                      id={`${id}-${index}`}
                      variant="caption"
                      color="text.secondary"
                      component="div"
                    >
                      {note(cluster)}
                    </Typography>
                  </Box>
                }
              />
            ))}
          </RadioGroup>
          <FormHelperText id={`${id}-error`} sx={{ mx: 0 }}>
            {error?.message ?? ' '}
          </FormHelperText>
        </FormControl>
      )}
    />
  );
});
