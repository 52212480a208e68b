import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useWatch } from 'react-hook-form';
import { clonePath } from '../../../components/specForm';
import { useTranslation } from '../../../hooks';
import type { CreateValues } from '../form/values';
import { workspaceFile, WORKSPACE_FILE_PATH } from './workspaceFile';

const CODE = {
  m: 0,
  p: 1.5,
  borderRadius: 1,
  bgcolor: 'action.hover',
  fontFamily: 'monospace',
  fontSize: 13,
  overflowX: 'auto',
} as const;

/** Where the repositories will lie, and for several the file with which an editor opens them all. */
export function LayoutPreview() {
  const { t } = useTranslation();
  const repositories = useWatch<CreateValues, 'repositories'>({
    name: 'repositories',
  });
  const paths = repositories
    .map((repository, index) =>
      repository.url.trim() ? clonePath(repositories, index) : '',
    )
    .filter(Boolean);
  if (paths.length === 0) return null;
  const several = repositories.length > 1;
  const lines = several ? [...paths, WORKSPACE_FILE_PATH] : paths;
  return (
    <Box sx={{ mt: 3 }}>
      <Typography variant="subtitle2" component="h4" gutterBottom>
        {t('create.code.layout')}
      </Typography>
      <Box
        component="pre"
        sx={CODE}
        tabIndex={0}
        aria-label={t('create.code.layout')}
      >
        {lines.join('\n')}
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
        {t(several ? 'create.code.layoutSeveral' : 'create.code.layoutOne')}
      </Typography>
      {several && (
        <Box component="details" sx={{ mt: 1 }}>
          <Box component="summary" sx={{ cursor: 'pointer', minHeight: 24 }}>
            {t('create.code.workspaceFile')}
          </Box>
          <Box
            component="pre"
            sx={CODE}
            tabIndex={0}
            aria-label={WORKSPACE_FILE_PATH}
          >
            {workspaceFile(paths)}
          </Box>
        </Box>
      )}
    </Box>
  );
}
