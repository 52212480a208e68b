import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import { TEMPLATE_CATEGORIES } from '@butler-portal/plugin-butler-common';
import {
  DotfilesFields,
  EnvFields,
  FieldGrid,
  ImageField,
  RepositoriesFields,
  SizeFields,
  TextInput,
} from '../../../components/specForm';
import { Panel } from '../../../components/Panel';
import { useTranslation } from '../../../hooks';
import { IconField } from './IconField';

interface TemplateFieldsProps {
  /** The fields that say where it is kept and what it is called; only a new template has them. */
  identity?: JSX.Element;
  /** Names of the team's Git credentials. */
  credentials: readonly string[];
}

/** Every field of a template that the form shows. */
export function TemplateFields(props: TemplateFieldsProps) {
  const { t } = useTranslation();
  return (
    <Stack spacing={3}>
      <Panel title={t('templates.editor.about')}>
        <FieldGrid>
          <TextInput
            name="displayName"
            label={t('templates.editor.displayName')}
            required
          />
          <TextInput
            name="category"
            label={t('components.template.category')}
            select
          >
            {TEMPLATE_CATEGORIES.map(category => (
              <MenuItem key={category} value={category}>
                {t(`components.template.categories.${category}`)}
              </MenuItem>
            ))}
          </TextInput>
          {props.identity}
          <ImageField />
          <IconField />
          <Box sx={{ gridColumn: '1 / -1' }}>
            <TextInput
              name="description"
              label={t('templates.editor.description')}
              hint={t('templates.editor.descriptionHint')}
              multiline
              minRows={2}
            />
          </Box>
        </FieldGrid>
      </Panel>
      <Panel title={t('templates.editor.code')}>
        <RepositoriesFields credentials={props.credentials} />
      </Panel>
      <Panel title={t('templates.editor.dotfiles')}>
        <DotfilesFields />
      </Panel>
      <Panel title={t('templates.editor.size')}>
        <SizeFields />
      </Panel>
      <Panel
        title={t('templates.editor.env')}
        hint={t('templates.editor.envHint')}
      >
        <EnvFields />
      </Panel>
    </Stack>
  );
}
