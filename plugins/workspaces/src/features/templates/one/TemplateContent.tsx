import { Fragment } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import {
  categoryOf,
  repositoriesOf,
} from '@butler-portal/plugin-butler-common';
import { DEFAULT_SIZE } from '../../../components/specForm';
import { useTranslation } from '../../../hooks';

const GRID = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', sm: '180px 1fr' },
  columnGap: 2,
  rowGap: { xs: 0, sm: 0.5 },
  m: 0,
} as const;

/** What a workspace from the template starts with. */
export function TemplateContent({ template }: { template: WorkspaceTemplate }) {
  const { t } = useTranslation();
  const { scope, template: body } = template.spec;
  const { dotfiles, envFrom, resources } = body;
  const lines: [label: string, value: string | undefined][] = [
    [
      t('templates.one.scope'),
      scope === 'cluster'
        ? t('components.template.scopeCluster')
        : t('components.template.scopeTeam'),
    ],
    [
      t('components.template.category'),
      t(`components.template.categories.${categoryOf(template)}`),
    ],
    [t('form.image.label'), body.image],
    ...repositoriesOf(body).map(({ url, branch }): [string, string] => [
      t('templates.one.repository'),
      branch ? `${url} (${branch})` : url,
    ]),
    [
      t('form.size.presets'),
      t('components.template.size', {
        cpu: resources?.cpu ?? DEFAULT_SIZE.cpu,
        memory: resources?.memory ?? DEFAULT_SIZE.memory,
        storage: String(body.storageSize ?? DEFAULT_SIZE.storage),
      }),
    ],
    [t('form.dotfiles.url'), dotfiles?.url],
    [
      t('templates.one.env'),
      envFrom &&
        [envFrom.kind, envFrom.namespace, envFrom.name]
          .filter(Boolean)
          .join(' '),
    ],
  ];
  return (
    <Box component="dl" sx={GRID}>
      {lines
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <Fragment key={`${label} ${value}`}>
            <Typography component="dt" variant="body2" color="text.secondary">
              {label}
            </Typography>
            <Typography
              component="dd"
              variant="body2"
              sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere' }}
            >
              {value}
            </Typography>
          </Fragment>
        ))}
    </Box>
  );
}
