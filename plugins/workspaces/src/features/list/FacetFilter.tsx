import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useTranslation } from '../../hooks';
import type { Facet } from './view';

// A platform has thousands of owners; whoever looks for one types.
const filterOptions = createFilterOptions<string>({ limit: 100 });

/** Narrows the list down to one team, cluster or owner; absent where there is only one. */
export function FacetFilter({
  facet,
  values,
  chosen,
  onChoose,
}: {
  facet: Facet;
  values: string[];
  chosen: string | undefined;
  onChoose(value: string | undefined): void;
}) {
  const { t } = useTranslation();
  if (values.length < 2 && !chosen) return null;
  // A link may name what is no longer there: it is shown, so that it can be taken away.
  const options =
    chosen && !values.includes(chosen) ? [chosen, ...values] : values;
  return (
    <Autocomplete
      size="small"
      options={options}
      filterOptions={filterOptions}
      value={chosen ?? null}
      onChange={(_, value) => onChoose(value ?? undefined)}
      renderInput={params => (
        <TextField {...params} label={t(`list.column.${facet}`)} />
      )}
      sx={{ width: facet === 'owner' ? 220 : 160 }}
    />
  );
}
