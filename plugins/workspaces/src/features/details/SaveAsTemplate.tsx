import { useRouteRef } from '@backstage/core-plugin-api';
import Button from '@mui/material/Button';
import {
  mayDoInSystem,
  mayDoInTeam,
  teamOf,
} from '@butler-portal/plugin-butler-common';
import type { Me, Workspace } from '@butler-portal/plugin-butler-common';
import { Link } from 'react-router-dom';
import { useTranslation } from '../../hooks';
import { newTemplateRouteRef } from '../../routes';

/** Leads to a new template that starts as this workspace did; for those who write templates. */
export function SaveAsTemplate({
  workspace,
  me,
}: {
  workspace: Workspace;
  me: Me;
}) {
  const { t } = useTranslation();
  const path = useRouteRef(newTemplateRouteRef)();
  const writes =
    mayDoInSystem(me, 'template.create') ||
    me.teams.some(({ team }) => mayDoInTeam(me, 'template.create', team));
  if (!writes) return null;
  const id = `${teamOf(workspace)}/${workspace.metadata.name}`;
  const search = new URLSearchParams({ workspace: id });
  return (
    <Button component={Link} to={`${path}?${search}`}>
      {t('details.saveAsTemplate')}
    </Button>
  );
}
