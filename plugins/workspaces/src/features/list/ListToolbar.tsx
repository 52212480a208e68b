import Clear from '@mui/icons-material/Clear';
import Search from '@mui/icons-material/Search';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { WORKSPACE_PHASES } from '@butler-portal/plugin-butler-common';
import { useTranslation } from '../../hooks';
import { FacetFilter } from './FacetFilter';
import type { Selection } from './selectWorkspaces';
import { FACETS } from './view';
import type { ListView } from './view';

/** What {@link ListToolbar} takes. */
export interface ListToolbarProps {
  view: ListView;
  show: 'mine' | 'all';
  /** Whether the person can choose between their own and all workspaces. */
  choosesShow: boolean;
  selection: Selection;
  onChange: (change: Partial<ListView>) => void;
}

/** Search, filters and the count. */
export function ListToolbar(props: ListToolbarProps) {
  const { view, onChange } = props;
  const { t } = useTranslation();
  return (
    <Stack
      direction="row"
      alignItems="center"
      flexWrap="wrap"
      useFlexGap
      spacing={2}
      sx={{ mb: 2 }}
    >
      <SearchField q={view.q} onChange={q => onChange({ q })} />
      <TextField
        select
        size="small"
        label={t('list.phase')}
        value={view.phase ?? ''}
        onChange={event =>
          onChange({
            phase: WORKSPACE_PHASES.find(phase => phase === event.target.value),
          })
        }
        InputLabelProps={{ shrink: true }}
        SelectProps={{ displayEmpty: true }}
        sx={{ minWidth: 140 }}
      >
        <MenuItem value="">{t('list.anyPhase')}</MenuItem>
        {WORKSPACE_PHASES.map(phase => (
          <MenuItem key={phase} value={phase}>
            {t('list.phaseCount', {
              phase: t(`components.phase.${phase}`),
              number: String(props.selection.phases[phase]),
            })}
          </MenuItem>
        ))}
      </TextField>
      {FACETS.map(facet => (
        <FacetFilter
          key={facet}
          facet={facet}
          values={props.selection.values[facet]}
          chosen={view[facet]}
          onChoose={value => onChange({ [facet]: value })}
        />
      ))}
      {props.choosesShow && <ShowToggle {...props} />}
      <Count {...props} />
    </Stack>
  );
}

function SearchField({
  q,
  onChange,
}: {
  q: string;
  onChange: (q: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <TextField
      size="small"
      value={q}
      placeholder={t('list.search')}
      onChange={event => onChange(event.target.value)}
      onKeyDown={event => event.key === 'Escape' && onChange('')}
      inputProps={{ 'aria-label': t('list.search'), spellCheck: false }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <Search fontSize="small" />
          </InputAdornment>
        ),
        endAdornment: q && (
          <InputAdornment position="end">
            <IconButton
              size="small"
              edge="end"
              aria-label={t('list.clearSearch')}
              onClick={() => onChange('')}
            >
              <Clear fontSize="small" />
            </IconButton>
          </InputAdornment>
        ),
      }}
      sx={{ flexGrow: 1, minWidth: 200, maxWidth: { sm: 320 } }}
    />
  );
}

function ShowToggle({ show, onChange }: ListToolbarProps) {
  const { t } = useTranslation();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={show}
      aria-label={t('list.show')}
      onChange={(_, chosen: 'mine' | 'all' | null) =>
        chosen && onChange({ show: chosen })
      }
    >
      <ToggleButton value="mine" sx={{ px: 2 }}>
        {t('list.mine')}
      </ToggleButton>
      <ToggleButton value="all" sx={{ px: 2 }}>
        {t('list.all')}
      </ToggleButton>
    </ToggleButtonGroup>
  );
}

function Count({ selection }: ListToolbarProps) {
  const { t } = useTranslation();
  const { total } = selection;
  const shown = selection.shown.length;
  return (
    <Typography variant="body2" color="text.secondary" role="status">
      {shown === total
        ? t('list.count', { count: total })
        : t('list.countOf', { shown: String(shown), total: String(total) })}
    </Typography>
  );
}
