import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import {
  clonePath,
  repositoriesOf,
  WORKSPACE_DEFAULTS,
} from '@butler-portal/plugin-butler-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { useTranslation } from '../../../hooks';

/** A browser can show what is cloned over HTTPS. */
function Address({ url }: { url: string }) {
  if (!url.startsWith('https://')) return <>{url}</>;
  return (
    <Link
      href={url}
      underline="hover"
      target="_blank"
      rel="noopener noreferrer"
    >
      {url}
    </Link>
  );
}

/** The repositories: from where, which branch, and where they are in the workspace. */
export function RepositoryFacts({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation();
  const repositories = repositoriesOf(workspace.spec);
  if (repositories.length === 0) {
    return <>{t('details.facts.noRepositories')}</>;
  }
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {repositories.map((repository, index) => (
        <li key={clonePath(repositories, index)}>
          <Address url={repository.url} />
          <Typography variant="caption" color="text.secondary" component="div">
            {t('details.facts.branch', {
              branch: repository.branch ?? WORKSPACE_DEFAULTS.branch,
            })}
            {', '}
            {t('details.facts.directory', {
              directory: clonePath(repositories, index),
            })}
          </Typography>
        </li>
      ))}
    </Box>
  );
}
