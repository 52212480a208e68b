import { memo } from 'react';
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
  onChoose(template: WorkspaceTemplate, byKeyboard: boolean): void;
  /** A workspace is being created from it. */
  creating: boolean;
  onCreate(template: WorkspaceTemplate): void;
}

/**
 * A template in the picker. Drawn again only for props of its own: with 200 of them, each key stroke in
 * the search would take half a second.
 */
export const TemplateCard = memo(function Card(props: TemplateCardProps) {
  const { t } = useTranslation();
  const { displayName } = props.template.spec;
  return (
    <RadioCard
      name={props.group}
      checked={props.checked}
      onChoose={byKeyboard => props.onChoose(props.template, byKeyboard)}
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
          onClick={() => props.onCreate(props.template)}
          aria-label={t('create.template.quickOf', { template: displayName })}
        >
          {t('create.template.quick')}
        </ActionButton>
      }
    >
      <TemplateFacts template={props.template} />
    </RadioCard>
  );
});
