import { useTranslation } from '../../../hooks';
import { SuggestInput } from '../SuggestInput';

/**
 * The Git credential of a private repository: one of the team's Secrets, by its name. One that the team
 * adds later can be named before it is there.
 */
export function CredentialField({
  index,
  names,
}: {
  index: number;
  names: readonly string[];
}) {
  const { t } = useTranslation();
  return (
    <SuggestInput
      name={`repositories.${index}.credential`}
      label={t('form.repositories.credential')}
      hint={t('form.repositories.credentialHint')}
      options={names}
      textOf={name => name}
      optionOf={name => name}
    />
  );
}
