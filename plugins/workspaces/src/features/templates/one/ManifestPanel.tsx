import { useCallback } from 'react';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import { YamlView } from '../../../components/YamlView';
import { Panel } from '../../../components/Panel';
import { useTranslation } from '../../../hooks';
import { manifestOf } from '../manifest';

/** The template as a file to apply or to keep in Git. */
export function ManifestPanel({ template }: { template: WorkspaceTemplate }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('templates.one.yaml')} hint={t('templates.one.yamlHint')}>
      <YamlView
        value={useCallback(() => manifestOf(template), [template])}
        fileName={`${template.metadata.name}.yaml`}
      />
    </Panel>
  );
}
