import type { TeamMembership } from '@butler-portal/plugin-butler-common';
import { useTranslation } from '../../../hooks';
import { Panel } from '../../../components/Panel';
import {
  FieldGrid,
  ImageField,
  PLAIN_TEXT,
  TextInput,
} from '../../../components/specForm';
import type { Loaded } from '../../../hooks/useLoaded';
import type { ClusterChoice } from './clusterChoice';
import { ClusterField } from './ClusterField';
import { TeamField } from './TeamField';
import { useNameCheck } from './useNameCheck';

interface BasicsSectionProps {
  /** The teams in which the person may create. */
  teams: readonly TeamMembership[];
  clusters: Loaded<readonly ClusterChoice[]> & { retry(): void };
}

/** Whose workspace it is, what it is called, where it runs and from which image. */
export function BasicsSection({ teams, clusters }: BasicsSectionProps) {
  const { t } = useTranslation();
  useNameCheck();
  return (
    <Panel title={t('create.basics.heading')}>
      <FieldGrid>
        {teams.length > 1 && <TeamField teams={teams} />}
        <TextInput
          name="name"
          label={t('create.basics.name')}
          hint={t('create.basics.nameHint')}
          required
          inputProps={PLAIN_TEXT}
        />
      </FieldGrid>
      <ClusterField clusters={clusters} />
      <ImageField />
    </Panel>
  );
}
