import { useCallback } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { MAX_NEOVIM_ARCHIVE_BYTES } from '@butler-portal/plugin-butler-common';
import { Ellipsis, Loading } from '../../../../components';
import { useTranslation } from '../../../../hooks';
import { useLoaded } from '../../../../hooks/useLoaded';
import { listArchive } from './archive/listArchive';
import { FileList } from './FileList';
import { useFileSize } from './useFileSize';

/**
 * Linux takes 128 KiB in one argument (MAX_ARG_STRLEN, include/uapi/linux/binfmts.h), and
 * butler-controller's buildEntrypointScript writes the archive's base64 into one, with a script
 * around it.
 */
const ARGUMENT_BYTES = 90 * 1024;

/** What lies in the archive that stands in the form, also after a reload. */
export function ArchiveContent({
  archive,
  name,
}: {
  archive: string;
  name: string;
}) {
  const { t } = useTranslation();
  const size = useFileSize();
  const content = useLoaded(useCallback(() => listArchive(archive), [archive]));
  if (content.state === 'loading') {
    return <Loading label={t('create.access.neovim.reading')} heights={[48]} />;
  }
  if (content.state === 'failed') {
    return <Alert severity="error">{t('create.access.neovim.damaged')}</Alert>;
  }
  const { files, packed } = content.value;
  const total = files.reduce((sum, file) => sum + file.size, 0);
  return (
    <>
      <Typography variant="subtitle2" component="h4">
        <Ellipsis text={name} variant="inherit" />
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {t('create.access.neovim.content', {
          count: files.length,
          size: size(total),
          packed: size(packed),
          limit: size(MAX_NEOVIM_ARCHIVE_BYTES),
        })}
      </Typography>
      <Box component="details" sx={{ mt: 1 }}>
        <Box component="summary" sx={{ cursor: 'pointer', minHeight: 24 }}>
          {t('create.access.neovim.files')}
        </Box>
        <FileList files={files} label={t('create.access.neovim.files')} />
      </Box>
      {packed > ARGUMENT_BYTES && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {t('create.access.neovim.heavy', { limit: size(ARGUMENT_BYTES) })}
        </Alert>
      )}
    </>
  );
}
