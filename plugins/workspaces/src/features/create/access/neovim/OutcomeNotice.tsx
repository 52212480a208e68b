import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import { MAX_NEOVIM_ARCHIVE_BYTES } from '@butler-portal/plugin-butler-common';
import { useLanguage, useTranslation } from '../../../../hooks';
import type { LeftOut } from './archive/chooseFiles';
import { MAX_FILES, MAX_READ_BYTES } from './archive/pack';
import { FileList } from './FileList';
import { useFileSize } from './useFileSize';
import type { Outcome } from './usePacking';

const MOST_NAMES = 5;
type Refusal = Exclude<Outcome, { archive: string }>;

function LeftOutNotice({ leftOut }: { leftOut: readonly LeftOut[] }) {
  const { t } = useTranslation();
  const list = new Intl.ListFormat(useLanguage(), { type: 'unit' });
  const namesOf = (reason: LeftOut['reason']) => {
    const names = leftOut
      .filter(item => item.reason === reason)
      .map(({ name }) => name);
    const more = names.length - MOST_NAMES;
    return list.format([
      ...names.slice(0, MOST_NAMES),
      ...(more > 0 ? [t('create.access.neovim.andMore', { count: more })] : []),
    ]);
  };
  const notNeeded = namesOf('notNeeded');
  const odd = namesOf('oddName');
  if (!notNeeded && !odd) return null;
  return (
    <Alert severity={odd ? 'warning' : 'info'}>
      {notNeeded && (
        <div>{t('create.access.neovim.leftOut', { names: notNeeded })}</div>
      )}
      {odd && <div>{t('create.access.neovim.oddNames', { names: odd })}</div>}
    </Alert>
  );
}

function useWords() {
  const { t } = useTranslation();
  const size = useFileSize();
  const limit = size(MAX_NEOVIM_ARCHIVE_BYTES);
  return (outcome: Refusal): string => {
    switch (outcome.refusal) {
      case 'tooManyFiles':
        return t('create.access.neovim.refused.tooManyFiles', {
          most: String(MAX_FILES),
        });
      case 'tooLarge':
        return outcome.packed === undefined
          ? t('create.access.neovim.refused.farTooLarge', {
              size: size(MAX_READ_BYTES),
              limit,
            })
          : t('create.access.neovim.refused.tooLarge', {
              size: size(outcome.packed),
              limit,
            });
      case 'unreadable':
        return t('create.access.neovim.refused.unreadable', {
          reason: outcome.reason,
        });
      default:
        return t(`create.access.neovim.refused.${outcome.refusal}`);
    }
  };
}

/** What was left out of the archive, or why there is none. */
export function OutcomeNotice({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation();
  const words = useWords();
  if ('archive' in outcome) return <LeftOutNotice leftOut={outcome.leftOut} />;
  const largest = t('create.access.neovim.refused.largest');
  return (
    <Alert severity="error">
      <AlertTitle>{t('create.access.neovim.refused.title')}</AlertTitle>
      {words(outcome)}
      {outcome.refusal === 'tooLarge' && (
        <>
          <div>{largest}</div>
          <FileList files={outcome.largest} label={largest} />
        </>
      )}
    </Alert>
  );
}
