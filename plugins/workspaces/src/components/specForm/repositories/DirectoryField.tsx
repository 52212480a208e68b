import { useWatch } from 'react-hook-form';
import { useTranslation } from '../../../hooks';
import { PLAIN_TEXT, TextInput } from '../TextInput';
import type { SpecValues } from '../values';
import { clonePath, hasDirectory } from './directories';

/** The name of a repository's directory, among several repositories. */
export function DirectoryField({ index }: { index: number }) {
  const { t } = useTranslation();
  const repositories = useWatch<SpecValues, 'repositories'>({
    name: 'repositories',
  });
  if (!hasDirectory(repositories, index)) return null;
  return (
    <TextInput
      name={`repositories.${index}.directory`}
      label={t('form.repositories.directory')}
      hint={t('form.repositories.directoryHint', {
        path: clonePath(repositories, index),
      })}
      inputProps={PLAIN_TEXT}
    />
  );
}
