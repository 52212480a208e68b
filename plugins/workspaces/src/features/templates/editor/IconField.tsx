import { SuggestInput } from '../../../components/specForm';
import { ICON_NAMES, pictureOf } from '../../../components/templates/icons';
import { useTranslation } from '../../../hooks';

function OwnIcon({ name }: { name: string }) {
  const picture = pictureOf(name, 'custom');
  return picture.kind === 'icon' ? (
    <picture.Icon aria-hidden fontSize="small" color="action" />
  ) : null;
}

/** The picture of a template: one of the icons that the Portal has, or the https address of another. */
export function IconField() {
  const { t } = useTranslation();
  return (
    <SuggestInput
      name="icon"
      label={t('templates.editor.icon')}
      hint={t('templates.editor.iconHint')}
      options={ICON_NAMES}
      textOf={name => name}
      optionOf={name => (
        <>
          <OwnIcon name={name} />
          {name}
        </>
      )}
    />
  );
}
