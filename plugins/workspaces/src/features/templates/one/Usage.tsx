import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { TemplateDetails } from '@butler-portal/plugin-butler-common';
import { PageLink } from '../../../components';
import { useTranslation } from '../../../hooks';
import { detailsRouteRef } from '../../../routes';

/** The workspaces that were created from a template, as far as the person may see them. */
export function Usage({ usedBy }: { usedBy: TemplateDetails['usedBy'] }) {
  const { t } = useTranslation();
  const details = useRouteRef(detailsRouteRef);
  const { items, totalItems } = usedBy;
  if (totalItems === 0) {
    return (
      <Typography variant="body2" color="text.secondary">
        {t('templates.usage.none')}
      </Typography>
    );
  }
  const more = totalItems - items.length;
  return (
    <>
      <Typography variant="body2">
        {t('templates.usage.count', { count: totalItems })}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 3, typography: 'body2' }}>
        {items.map(({ team, name, owner }) => (
          <li key={`${team}/${name}`}>
            <PageLink to={details({ team, name })}>{name}</PageLink>
            {`, ${owner}`}
          </li>
        ))}
      </Box>
      {more > 0 && (
        <Typography variant="body2" color="text.secondary">
          {t('templates.usage.more', { count: more })}
        </Typography>
      )}
    </>
  );
}
