import { useCallback, useId, useRef } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import EditNoteIcon from '@mui/icons-material/EditNote';
import Typography from '@mui/material/Typography';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import { useTranslation } from '../../../hooks';
import {
  categoriesOf,
  filterTemplates,
  SEARCH_FROM,
  TemplateFilterBar,
  templateId,
} from '../../../components/templates';
import { RadioCard } from './RadioCard';
import { TemplateCard } from './TemplateCard';
import type { QuickCreate } from './TemplateSection';
import type { TemplateChoice } from './useTemplateChoice';

const GRID = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 264px), 1fr))',
  my: 2,
} as const;

interface TemplatePickerProps {
  templates: readonly WorkspaceTemplate[];
  choice: TemplateChoice;
  quick: QuickCreate;
}

/** The templates as a radio group of cards, and the card that starts from scratch. */
export function TemplatePicker({
  templates,
  choice,
  quick,
}: TemplatePickerProps) {
  const { t } = useTranslation();
  const group = useId();
  const { chosen, filter } = choice;
  // The cards keep theirs, and are not drawn anew with every change of the form.
  const latest = useRef({ choice, quick });
  latest.current = { choice, quick };
  const onChoose = useCallback(
    (template: WorkspaceTemplate, byKeyboard: boolean) =>
      latest.current.choice.choose(templateId(template), byKeyboard),
    [],
  );
  const onCreate = useCallback(
    (template: WorkspaceTemplate) =>
      latest.current.quick.create(templateId(template)),
    [],
  );
  const shown = filterTemplates(templates, filter, chosen);
  const hidden = templates.length > shown.length;
  return (
    <>
      {templates.length > 0 ? (
        <TemplateFilterBar
          categories={categoriesOf(templates)}
          filter={filter}
          withSearch={templates.length >= SEARCH_FROM}
          onChange={choice.setFilter}
        />
      ) : (
        <Alert severity="info">{t('create.template.none')}</Alert>
      )}
      <Box role="radiogroup" aria-label={t('create.template.label')} sx={GRID}>
        {shown.map(template => (
          <TemplateCard
            key={templateId(template)}
            template={template}
            group={group}
            checked={templateId(template) === chosen}
            creating={templateId(template) === quick.underWay}
            onCreate={onCreate}
            onChoose={onChoose}
          />
        ))}
        <RadioCard
          name={group}
          checked={!chosen && !choice.source}
          onChoose={byKeyboard => choice.choose('', byKeyboard)}
          icon={
            <EditNoteIcon
              aria-hidden
              color="action"
              sx={{ fontSize: 32, flex: 'none' }}
            />
          }
          title={t('create.template.scratch')}
        >
          <Typography variant="body2" color="text.secondary">
            {t('create.template.scratchDescription')}
          </Typography>
        </RadioCard>
      </Box>
      {hidden && shown.every(template => templateId(template) === chosen) && (
        <Typography variant="body2" role="status">
          {t('create.template.noMatch')}{' '}
          <Button size="small" onClick={() => choice.setFilter({ search: '' })}>
            {t('create.template.clearFilter')}
          </Button>
        </Typography>
      )}
    </>
  );
}
