import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import {
  KNOWN_HOSTS_FILE,
  openableLinks,
} from '@butler-portal/plugin-butler-common';
import type { Connection } from '@butler-portal/plugin-butler-common';
import { Disclosure } from '../../../components/Disclosure';
import { useTranslation } from '../../../hooks';
import { CopyBlock } from './CopyBlock';

/** How SSH knows that it is this workspace that answers; folded away, since it is set up once for an address. */
export function HostKeys({
  connection,
  onRetry,
}: {
  connection: Connection;
  onRetry: () => void;
}) {
  const { t } = useTranslation();
  if (connection.hostKeys.length === 0) {
    return (
      <Typography variant="body2" color="text.secondary" component="div">
        {t('details.hostKeys.missing')} {connection.hostKeysMissing}{' '}
        <Button size="small" onClick={onRetry}>
          {t('components.action.retry')}
        </Button>
      </Typography>
    );
  }
  return (
    <Disclosure label={t('details.hostKeys.show')}>
      <PinnedHostKeys connection={connection} />
    </Disclosure>
  );
}

function PinnedHostKeys({ connection }: { connection: Connection }) {
  const { t } = useTranslation();
  const { alias, hostKeys, knownHosts, sshConfig } = connection;
  return (
    <Box sx={{ typography: 'body2', '& p': { mt: 1.5, mb: 0 } }}>
      <p>{t('details.hostKeys.config', { file: '~/.ssh/config' })}</p>
      <CopyBlock text={sshConfig} what={t('details.hostKeys.configName')} />
      <p>{t('details.hostKeys.knownHosts', { file: KNOWN_HOSTS_FILE })}</p>
      <CopyBlock
        text={knownHosts.map(line => `${line}\n`).join('')}
        what={t('details.hostKeys.knownHostsName')}
      />
      <p>{t('details.hostKeys.then')}</p>
      <CopyBlock text={`ssh ${alias}`} what={t('details.hostKeys.thenName')} />
      <AliasLinks connection={connection} />
      <p>{t('details.hostKeys.fingerprints')}</p>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {hostKeys.map(({ type, fingerprint }) => (
          <Box component="li" key={fingerprint}>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {type}
            </Box>{' '}
            <Box component="code" sx={{ overflowWrap: 'anywhere' }}>
              {fingerprint}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function AliasLinks({
  connection: { alias, editors },
}: {
  connection: Connection;
}) {
  const { t } = useTranslation();
  const links = openableLinks(editors).filter(({ aliasUrl }) => aliasUrl);
  if (links.length === 0) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
      {links.map(({ id, label, aliasUrl }) => (
        <Link
          key={id}
          href={aliasUrl}
          underline="hover"
          sx={{ minHeight: 24 }}
          aria-label={t('details.hostKeys.openAs', { editor: label, alias })}
        >
          {t('components.action.open', { editor: label })}
        </Link>
      ))}
    </Box>
  );
}
