import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { DEFAULT_SIZE } from '../../../components/specForm';
import { ActionButton, ErrorPanel } from '../../../components';
import { useTranslation, useWorkspaceAction } from '../../../hooks';

/** Offers to stop own workspaces that nobody uses now, so that this one fits. */
export function IdleWorkspaces({
  workspaces,
}: {
  workspaces: readonly Workspace[];
}) {
  const { t } = useTranslation();
  const { act, pending, error } = useWorkspaceAction();
  if (workspaces.length === 0) {
    return (
      <Typography variant="body2" color="text.secondary">
        {t('create.size.noneIdle')}
      </Typography>
    );
  }
  const failed =
    error?.action === 'stop' &&
    workspaces.some(({ metadata }) => metadata.name === error.name);
  return (
    <Alert severity="info" icon={false}>
      {t('create.size.idle')}
      {failed && (
        <ErrorPanel
          title={t('components.failed.stop', { name: error.name })}
          error={error.error}
        />
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {workspaces.map(workspace => {
          const { name, uid } = workspace.metadata;
          const { cpu, memory } = workspace.spec.resources ?? {};
          return (
            <Box
              component="li"
              key={uid}
              sx={{ display: 'flex', alignItems: 'center', gap: 1, mt: 1 }}
            >
              <Typography
                variant="body2"
                sx={{ minWidth: 0, overflowWrap: 'anywhere' }}
              >
                {t('create.size.idleOne', {
                  name,
                  cpu: cpu ?? DEFAULT_SIZE.cpu,
                  memory: memory ?? DEFAULT_SIZE.memory,
                })}
              </Typography>
              <ActionButton
                size="small"
                pending={pending(workspace) === 'stop'}
                onClick={() => act(workspace, 'stop')}
                aria-label={t('create.size.stopOne', { name })}
              >
                {t('components.action.stop')}
              </ActionButton>
            </Box>
          );
        })}
      </Box>
    </Alert>
  );
}
