import { useRouteRef } from '@backstage/core-plugin-api';
import Button from '@mui/material/Button';
import type { ButtonProps } from '@mui/material/Button';
import { mayDoInTeam, teamOf } from '@butler-portal/plugin-butler-common';
import type { Me, Workspace } from '@butler-portal/plugin-butler-common';
import { Link } from 'react-router-dom';
import { useTranslation } from '../../hooks';
import { createWorkspaceRouteRef } from '../../routes';

interface CreateLikeProps
  extends Pick<ButtonProps, 'color' | 'size' | 'variant'> {
  workspace: Workspace;
  me: Me;
}

/** Leads to the form for a workspace like this one; for those who may create in its team. */
export function CreateLike({ workspace, me, ...rest }: CreateLikeProps) {
  const { t } = useTranslation();
  const path = useRouteRef(createWorkspaceRouteRef)();
  if (!mayDoInTeam(me, 'workspace.create', teamOf(workspace))) return null;
  const { namespace, name } = workspace.metadata;
  const search = new URLSearchParams({ workspace: `${namespace}/${name}` });
  return (
    <Button {...rest} component={Link} to={`${path}?${search}`}>
      {t('details.createLike')}
    </Button>
  );
}
