import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import type { Workload } from '@butler-portal/plugin-butler-common';
import { useFormContext, useWatch } from 'react-hook-form';
import { FieldGrid } from '../../../../components/specForm';
import type { EnvValues } from '../../../../components/specForm';
import { useTranslation } from '../../../../hooks';
import type { CreateValues } from '../../form/values';
import { PickerField } from './PickerField';
import { VariablesPreview } from './VariablesPreview';
import {
  findContainer,
  findWorkload,
  namespaceOf,
  workloadsIn,
} from './workloads';

interface WorkloadPickerProps {
  cluster: string;
  namespaces: readonly string[];
  /** Of all namespaces or of the one that is chosen; undefined while it is on its way. */
  items: readonly Workload[] | undefined;
}

/** Namespace, workload and container, and which of its variables are copied. */
export function WorkloadPicker(props: WorkloadPickerProps) {
  const { cluster, namespaces, items = [] } = props;
  const { t } = useTranslation();
  const { setValue } = useFormContext<CreateValues>();
  const env = useWatch<CreateValues, 'env'>({ name: 'env' });
  const namespace = namespaceOf(env, namespaces);
  const workload = findWorkload(env, items);
  const container = workload && findContainer(workload, env.container);
  const set = (change: Partial<EnvValues>) =>
    setValue(
      'env',
      { ...env, namespace, ...change },
      { shouldDirty: true, shouldValidate: true },
    );
  const containers = workload?.containers.map(item => item.name) ?? [];

  if (namespaces.length === 0 && !env.name) {
    return (
      <Typography variant="body2" color="text.secondary">
        {t('create.access.env.empty', { cluster })}
      </Typography>
    );
  }
  return (
    <>
      <FieldGrid columns={3}>
        <PickerField
          name="env.namespace"
          label={t('create.access.env.namespace')}
          options={namespaces}
          value={namespace}
          labelOf={name => name}
          onChoose={chosen =>
            set({ namespace: chosen, name: '', container: '' })
          }
        />
        <PickerField
          name="env.name"
          label={t('create.access.env.workload')}
          hint={env.name ? undefined : t('create.access.env.chooseWorkload')}
          options={workloadsIn(items, namespace)}
          loading={!props.items}
          value={workload}
          labelOf={({ name }) => name}
          groupOf={({ kind }) => kind}
          onChoose={({ kind, name, containers: [first] }) =>
            set({ kind, name, container: first?.name ?? '' })
          }
        />
        {workload && (
          <PickerField
            name="env.container"
            label={t('create.access.env.container')}
            options={containers}
            value={container?.name}
            labelOf={name => name}
            onChoose={chosen => set({ container: chosen })}
          />
        )}
      </FieldGrid>
      {env.name && !workload && props.items && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {t('create.access.env.missing', {
            cluster,
            kind: env.kind,
            name: env.name,
            namespace,
          })}
        </Alert>
      )}
      {workload && !container && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {t('create.access.env.missingContainer', {
            name: workload.name,
            container: env.container,
          })}
        </Alert>
      )}
      {container && <VariablesPreview container={container} />}
    </>
  );
}
