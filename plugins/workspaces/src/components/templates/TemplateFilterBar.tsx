import Chip from '@mui/material/Chip';
import InputAdornment from '@mui/material/InputAdornment';
import SearchIcon from '@mui/icons-material/Search';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import type { TemplateCategory } from '@butler-portal/plugin-butler-common';
import { useTranslation } from '../../hooks';
import type { TemplateFilter } from './filterTemplates';

interface TemplateFilterBarProps {
  categories: TemplateCategory[];
  filter: TemplateFilter;
  withSearch: boolean;
  onChange(filter: TemplateFilter): void;
}

/** Chips for the categories that there are, and a search where there is much to search. */
export function TemplateFilterBar(props: TemplateFilterBarProps) {
  const { t } = useTranslation();
  const { categories, filter, withSearch, onChange } = props;
  const chip = (category: TemplateCategory | undefined, label: string) => {
    const pressed = filter.category === category;
    return (
      <Chip
        key={label}
        label={label}
        clickable
        aria-pressed={pressed}
        color={pressed ? 'primary' : 'default'}
        variant={pressed ? 'filled' : 'outlined'}
        onClick={() => onChange({ ...filter, category })}
        sx={{ m: 0 }}
      />
    );
  };
  return (
    <Stack
      direction={{ xs: 'column', sm: 'row' }}
      spacing={2}
      sx={{ alignItems: { sm: 'center' }, justifyContent: 'space-between' }}
    >
      <Stack
        direction="row"
        role="group"
        aria-label={t('components.template.category')}
        sx={{ flexWrap: 'wrap', gap: 1 }}
      >
        {chip(undefined, t('components.template.allCategories'))}
        {categories.map(category =>
          chip(category, t(`components.template.categories.${category}`)),
        )}
      </Stack>
      {withSearch && (
        <TextField
          size="small"
          type="search"
          label={t('components.template.search')}
          value={filter.search}
          onChange={event =>
            onChange({ ...filter, search: event.target.value })
          }
          // Enter belongs to the search here; it must not send the form.
          onKeyDown={event => {
            if (event.key === 'Enter') event.preventDefault();
          }}
          InputProps={{
            startAdornment: (
              <InputAdornment position="start">
                <SearchIcon fontSize="small" />
              </InputAdornment>
            ),
          }}
        />
      )}
    </Stack>
  );
}
