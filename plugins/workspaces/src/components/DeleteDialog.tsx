import { useTranslation } from '../hooks';
import { TypedNameDialog } from './TypedNameDialog';

/** What the confirming dialogs take. The focus goes back to where it came from when they close. */
export interface ConfirmProps {
  /** The workspace's name. */
  name: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks for the name before a workspace is deleted, and names what is lost. */
export function DeleteDialog(props: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <TypedNameDialog
      {...props}
      title={t('components.delete.title', { name: props.name })}
      body={t('components.delete.body')}
    />
  );
}
