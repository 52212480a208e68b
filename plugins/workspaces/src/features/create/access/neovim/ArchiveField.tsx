import { useRef } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import FormHelperText from '@mui/material/FormHelperText';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { MAX_NEOVIM_ARCHIVE_BYTES } from '@butler-portal/plugin-butler-common';
import { Controller, useWatch } from 'react-hook-form';
import { FileButton } from '../../../../components/FileButton';
import { useTranslation } from '../../../../hooks';
import type { CreateValues } from '../../form/values';
import { ArchiveContent } from './ArchiveContent';
import { readDirectory, droppedDirectory } from './archive/readDirectory';
import { DropArea } from './DropArea';
import { OutcomeNotice } from './OutcomeNotice';
import { useFileSize } from './useFileSize';
import { usePacking } from './usePacking';

/** A directory that is packed here, in the browser: chosen or dropped, replaced or removed. */
export function ArchiveField() {
  const { t } = useTranslation();
  const size = useFileSize();
  const chooseButton = useRef<HTMLButtonElement | null>(null);
  const [archive, name] = useWatch<
    CreateValues,
    ['neovim.archive', 'neovim.archiveName']
  >({ name: ['neovim.archive', 'neovim.archiveName'] });
  const { packing, outcome, start, refuse, remove } = usePacking();
  const take = (files: File[]) => {
    const [directory] = files[0].webkitRelativePath.split('/');
    start(directory, async () =>
      files.map(file => ({ path: file.webkitRelativePath, file })),
    );
  };
  const drop = (items: Iterable<DataTransferItem>) => {
    const directory = droppedDirectory(items);
    if (directory) start(directory.name, () => readDirectory(directory));
    else refuse({ refusal: 'notOneDirectory' });
  };
  return (
    <Controller<CreateValues, 'neovim.archive'>
      name="neovim.archive"
      render={({ field: { ref }, fieldState: { error } }) => (
        <Stack spacing={2}>
          <DropArea onDrop={drop} error={Boolean(error)}>
            {archive ? (
              <ArchiveContent archive={archive} name={name} />
            ) : (
              <Typography variant="body2" color="text.secondary">
                {t('create.access.neovim.drop', {
                  limit: size(MAX_NEOVIM_ARCHIVE_BYTES),
                })}
              </Typography>
            )}
            <Stack direction="row" spacing={1} sx={{ mt: 1 }}>
              <FileButton
                ref={element => {
                  ref(element);
                  chooseButton.current = element;
                }}
                directory
                label={t('create.access.neovim.choose')}
                variant="outlined"
                onChoose={take}
              >
                {archive ? t('create.access.neovim.replace') : undefined}
              </FileButton>
              {archive && (
                <Button
                  onClick={() => {
                    remove();
                    chooseButton.current?.focus();
                  }}
                >
                  {t('create.access.neovim.remove')}
                </Button>
              )}
            </Stack>
            <Box role="status">
              {packing && (
                <Typography variant="body2" sx={{ mt: 1 }}>
                  <CircularProgress size={14} aria-hidden sx={{ mr: 1 }} />
                  {t('create.access.neovim.packing')}
                </Typography>
              )}
            </Box>
            {error && <FormHelperText error>{error.message}</FormHelperText>}
          </DropArea>
          {!packing && outcome && <OutcomeNotice outcome={outcome} />}
        </Stack>
      )}
    />
  );
}
