import { useState } from 'react';
import Button from '@mui/material/Button';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Me, TemplateDetails } from '@butler-portal/plugin-butler-common';
import { Link as RouterLink } from 'react-router-dom';
import type { TemplatePlace } from '../../../api';
import { BottomBar } from '../../../components/BottomBar';
import { templateId } from '../../../components/templates';
import { useTranslation } from '../../../hooks';
import {
  createWorkspaceRouteRef,
  editTemplateRouteRef,
  newTemplateRouteRef,
} from '../../../routes';
import { mayCreateFrom } from '../browse/mayCreateFrom';
import { mayDoWithTemplates, writableTeams } from '../place';
import { DeleteTemplate } from './DeleteTemplate';

/** What the person may do with the template. */
export function TemplateActions({
  me,
  place,
  template,
}: {
  me: Me;
  place: TemplatePlace;
  template: TemplateDetails;
}) {
  const { t } = useTranslation();
  const [deleting, setDeleting] = useState(false);
  const create = useRouteRef(createWorkspaceRouteRef)();
  const edit = useRouteRef(editTemplateRouteRef);
  const copy = useRouteRef(newTemplateRouteRef)();
  const { namespace = '', name } = template.metadata;
  const id = templateId(template);
  return (
    <BottomBar>
      {mayCreateFrom(me, template) && (
        <Button
          variant="contained"
          component={RouterLink}
          to={`${create}?${new URLSearchParams({ template: id })}`}
          sx={{ whiteSpace: 'nowrap', flex: 'none' }}
        >
          {t('templates.use')}
        </Button>
      )}
      {mayDoWithTemplates(me, 'template.edit', place.team) && (
        <Button
          variant="outlined"
          component={RouterLink}
          to={edit({ namespace, name })}
        >
          {t('templates.edit')}
        </Button>
      )}
      {writableTeams(me).length > 0 && (
        <Button
          variant="outlined"
          component={RouterLink}
          to={`${copy}?${new URLSearchParams({ from: id })}`}
        >
          {t('templates.duplicate')}
        </Button>
      )}
      {mayDoWithTemplates(me, 'template.delete', place.team) && (
        <Button color="error" onClick={() => setDeleting(true)}>
          {t('templates.delete')}
        </Button>
      )}
      {deleting && (
        <DeleteTemplate
          place={place}
          template={template}
          onClose={() => setDeleting(false)}
        />
      )}
    </BottomBar>
  );
}
