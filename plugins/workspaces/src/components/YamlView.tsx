import { useCallback } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import { useTranslation } from '../hooks';
import { useLoaded } from '../hooks/useLoaded';
import { CopyButton } from './CopyButton';
import { ErrorPanel } from './ErrorPanel';
import { saveFile } from './saveFile';

/** Writes an object as YAML. The library is loaded when it is first needed. */
async function toYaml(value: object): Promise<string> {
  const { stringify } = await import('yaml');
  return stringify(value, { lineWidth: 0 });
}

/** An object as YAML, to read, to copy and to save. */
export function YamlView({
  value,
  fileName,
}: {
  /** Makes the object; when it is another function, the text is made anew. */
  value(): object;
  fileName: string;
}) {
  const { t } = useTranslation();
  const yaml = useLoaded(useCallback(async () => toYaml(value()), [value]));
  if (yaml.state === 'loading') {
    return <Skeleton variant="rounded" height={160} />;
  }
  if (yaml.state === 'failed') {
    return (
      <ErrorPanel
        title={t('components.yaml.failed')}
        error={yaml.error}
        onRetry={yaml.retry}
      />
    );
  }
  const text = yaml.value;
  return (
    <>
      <Stack direction="row" spacing={1} alignItems="center">
        <CopyButton text={text} what="YAML" />
        <Button size="small" onClick={() => saveFile(fileName, text)}>
          {t('components.yaml.save')}
        </Button>
      </Stack>
      <Box
        component="pre"
        tabIndex={0}
        role="region"
        aria-label={fileName}
        sx={{
          m: 0,
          mt: 1,
          p: 1.5,
          maxHeight: 480,
          overflow: 'auto',
          borderRadius: 1,
          bgcolor: 'action.hover',
          fontFamily: 'monospace',
          fontSize: 13,
        }}
      >
        {text}
      </Box>
    </>
  );
}
