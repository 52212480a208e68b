import { useId, useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { BUTLER_API_VERSION } from '@butler-portal/plugin-butler-common';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import { FileButton } from '../../../components/FileButton';
import { useFieldText } from '../../../components/specForm';
import { useTranslation } from '../../../hooks';
import { isTooLarge, MAX_MANIFEST_KIB, parseManifest } from './parseManifest';
import type { ManifestWords } from './parseManifest';

interface ImportDialogProps {
  onImport(template: Pick<WorkspaceTemplate, 'metadata' | 'spec'>): void;
  onClose(): void;
}

/** Takes a template as YAML, typed, pasted or from a file, into the form. */
export function ImportDialog({ onImport, onClose }: ImportDialogProps) {
  const { t } = useTranslation();
  const fieldText = useFieldText();
  const id = useId();
  const [text, setText] = useState('');
  const [problems, setProblems] = useState<string[]>([]);
  const words: ManifestWords = {
    tooLarge: t('templates.import.tooLarge', {
      limit: String(MAX_MANIFEST_KIB),
    }),
    noTemplate: t('templates.import.noTemplate', {
      apiVersion: BUTLER_API_VERSION,
    }),
    several: number =>
      t('templates.import.several', { number: String(number) }),
    missing: t('templates.import.missing'),
    wrongType: expected => t('templates.import.wrongType', { expected }),
    unknownFields: names => t('templates.import.unknownFields', { names }),
    fieldText,
  };
  const load = async (file: File) => {
    // A field with megabytes in it would make the page stand still.
    if (isTooLarge(file.size)) {
      setProblems([words.tooLarge]);
      return;
    }
    try {
      setText(await file.text());
      setProblems([]);
    } catch {
      // The browser says no more than that it is gone or may not be read (NotReadableError).
      setProblems([t('templates.import.unreadable')]);
    }
  };
  const take = async () => {
    const parsed = await parseManifest(text, words);
    if ('problems' in parsed) setProblems(parsed.problems);
    else onImport(parsed.template);
  };
  return (
    <Dialog open fullWidth maxWidth="md" onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{t('templates.import.title')}</DialogTitle>
      <DialogContent>
        {problems.length > 0 && (
          <Alert severity="error" sx={{ mb: 2 }}>
            <Box component="ul" sx={{ m: 0, pl: 2 }}>
              {problems.map(problem => (
                <li key={problem}>{problem}</li>
              ))}
            </Box>
          </Alert>
        )}
        <FileButton
          size="small"
          label={t('templates.import.file')}
          accept=".yaml,.yml,.json"
          onChoose={([file]) => load(file)}
          sx={{ mb: 2 }}
        />
        <TextField
          label="YAML"
          multiline
          fullWidth
          minRows={10}
          maxRows={20}
          value={text}
          onChange={event => setText(event.target.value)}
          inputProps={{ spellCheck: false, style: { fontFamily: 'monospace' } }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('components.action.cancel')}</Button>
        <Button variant="contained" disabled={!text.trim()} onClick={take}>
          {t('templates.import.take')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
