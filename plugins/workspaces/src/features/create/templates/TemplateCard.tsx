import { categoryOf } from '@butler-portal/plugin-butler-common';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import { ActionButton } from '../../../components';
import { useTranslation } from '../../../hooks';
import { TemplateFacts, TemplateIcon } from '../../../components/templates';
import { RadioCard } from './RadioCard';

interface TemplateCardProps {
  template: WorkspaceTemplate;
  group: string;
  checked: boolean;
  onChoose(byKeyboard: boolean): void;
  /** A workspace is being created from it. */
  creating: boolean;
  onCreate(): void;
}

/** A template in the picker. */
export function TemplateCard(props: TemplateCardProps) {
  const { t } = useTranslation();
  const { displayName } = props.template.spec;
  return (
    <RadioCard
      name={props.group}
      checked={props.checked}
      onChoose={props.onChoose}
      icon={
        <TemplateIcon
          icon={props.template.spec.icon}
          category={categoryOf(props.template)}
        />
      }
      title={displayName}
      action={
        <ActionButton
          size="small"
          variant="outlined"
          pending={props.creating}
          onClick={props.onCreate}
          aria-label={t('create.template.quickOf', { template: displayName })}
        >
          {t('create.template.quick')}
        </ActionButton>
      }
    >
      <TemplateFacts template={props.template} />
    </RadioCard>
  );
}
