import { useState } from 'react';
import Typography from '@mui/material/Typography';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type { TemplateDetails } from '@butler-portal/plugin-butler-common';
import { useNavigate } from 'react-router-dom';
import { butlerApiRef } from '../../../api';
import type { ButlerError, TemplatePlace } from '../../../api';
import { errorFromFailure } from '../../../api/errors';
import { ErrorPanel, TypedNameDialog } from '../../../components';
import { useTranslation } from '../../../hooks';
import { useStillThere } from '../../../hooks/useStillThere';
import { templatesRouteRef } from '../../../routes';
import { Usage } from './Usage';

/** Deletes the template after its name was typed, with who uses it; their workspaces stay. */
export function DeleteTemplate({
  place,
  template,
  onClose,
}: {
  place: TemplatePlace;
  template: TemplateDetails;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const api = useApi(butlerApiRef);
  const navigate = useNavigate();
  const list = useRouteRef(templatesRouteRef)();
  const isStillThere = useStillThere();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<ButlerError>();
  const confirm = async () => {
    setPending(true);
    setError(undefined);
    try {
      await api.deleteTemplate(place, template.metadata.uid ?? '');
    } catch (thrown) {
      const failure = errorFromFailure(thrown);
      // Gone by somebody else, or by an earlier try whose answer was lost: that is what was wanted.
      if (failure.status !== 404) {
        setError(failure);
        setPending(false);
        return;
      }
    }
    if (!isStillThere()) return;
    navigate(place.team ? `${list}?team=${place.team}` : list);
  };
  return (
    <TypedNameDialog
      name={place.name}
      title={t('templates.deleting.title', { name: place.name })}
      body={
        <>
          {error && (
            <ErrorPanel
              title={t(
                error.leavesOpen
                  ? 'templates.deleting.unknown'
                  : 'templates.deleting.failed',
              )}
              error={error}
            />
          )}
          <Typography sx={{ mb: 2 }}>{t('templates.deleting.body')}</Typography>
          <Usage usedBy={template.usedBy} />
        </>
      }
      pending={pending}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
