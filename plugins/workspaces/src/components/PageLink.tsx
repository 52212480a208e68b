import Link from '@mui/material/Link';
import type { LinkProps } from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';

type PageLinkProps = Omit<LinkProps, 'href'> & { to: string };

/**
 * A link to another page of the Portal. Backstage's own Link takes its colour from Material UI 4,
 * whose styles keep the colour of the dark when somebody's system changes to the light and back.
 */
export function PageLink(props: PageLinkProps) {
  return <Link component={RouterLink} underline="hover" {...props} />;
}
