import { useId } from 'react';
import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { WorkloadContainer } from '@butler-portal/plugin-butler-common';
import { useTranslation } from '../../../../hooks';

const LIST = {
  m: 0,
  p: 1.5,
  listStyle: 'none',
  maxHeight: 240,
  overflowY: 'auto',
  borderRadius: 1,
  bgcolor: 'action.hover',
  fontFamily: 'monospace',
  fontSize: 13,
  overflowWrap: 'anywhere',
} as const;

function Names({ title, items }: { title: string; items: ReactNode[] }) {
  const id = useId();
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography id={id} variant="subtitle2" component="h4" gutterBottom>
        {title}
      </Typography>
      {items.length > 0 && (
        // It may scroll, and then it has to be reached by keyboard.
        <Box component="ul" aria-labelledby={id} tabIndex={0} sx={LIST}>
          {items}
        </Box>
      )}
    </Box>
  );
}

function Reason({ children }: { children: ReactNode }) {
  return (
    <Typography variant="caption" color="text.secondary" sx={{ ml: 1 }}>
      {children}
    </Typography>
  );
}

/** The names of a container's variables: those that are copied, and why the others are not. */
export function VariablesPreview({
  container: { env, envFrom },
}: {
  container: WorkloadContainer;
}) {
  const { t } = useTranslation();
  const copied = env.filter(variable => variable.copied);
  const others = env.filter(variable => !variable.copied);
  const leftOut = others.length + envFrom.length;
  if (copied.length + leftOut === 0) {
    return (
      <Typography variant="body2" color="text.secondary">
        {t('create.access.env.nothing')}
      </Typography>
    );
  }
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        mt: 1,
        gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
      }}
    >
      <Names
        title={t('create.access.env.copied', { count: copied.length })}
        items={copied.map(({ name }) => (
          <li key={name}>{name}</li>
        ))}
      />
      {leftOut > 0 && (
        <Names
          title={t('create.access.env.leftOut', { count: leftOut })}
          items={[
            ...others.map(({ name, source = 'other' }) => (
              <li key={name}>
                {name}
                <Reason>{t(`create.access.env.sources.${source}`)}</Reason>
              </li>
            )),
            ...envFrom.map(({ source, name }) => (
              <li key={`${source} ${name}`}>
                {name}
                <Reason>{t(`create.access.env.envFrom.${source}`)}</Reason>
              </li>
            )),
          ]}
        />
      )}
    </Box>
  );
}
