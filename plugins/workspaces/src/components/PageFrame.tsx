import type { ReactNode } from 'react';
import { Content } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import ArrowBack from '@mui/icons-material/ArrowBack';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useLocation } from 'react-router-dom';
import { useDocumentTitle, useHeadingFocus, useTranslation } from '../hooks';
import { rootRouteRef, templatesRouteRef } from '../routes';
import { PageLink } from './PageLink';

/** What {@link PageFrame} takes. */
export interface PageFrameProps {
  title: string;
  /** Beside the title: a phase, a count. */
  mark?: ReactNode;
  /** At the right of the title: the primary action first. */
  actions?: ReactNode;
  /** Whether a link leads back, and to which list; `true` = the workspaces. */
  back?: boolean | 'templates';
  /** Whether it takes all the room, as lists do. */
  wide?: boolean;
  children: ReactNode;
}

/**
 * What the pages have in common under the header that Backstage draws: a way back, the title
 * and the actions.
 */
export function PageFrame(props: PageFrameProps) {
  const { pathname } = useLocation();
  useDocumentTitle(props.title);
  if (!props.back) return <Frame {...props} />;
  return (
    <BreadcrumbEntry entry={{ label: props.title, href: pathname }}>
      <Frame {...props} />
    </BreadcrumbEntry>
  );
}

// Lines of text that are read, not scanned, are no longer than this; a list takes all the room.
const READING_WIDTH = 960;

function Frame(props: PageFrameProps) {
  const { title, mark, actions, back, wide = !back, children } = props;
  const heading = useHeadingFocus();
  const content = (
    <>
      {back && <BackLink templates={back === 'templates'} />}
      <Stack
        direction="row"
        alignItems="center"
        flexWrap="wrap"
        useFlexGap
        spacing={2}
        sx={{ mb: 2, minHeight: 40 }}
      >
        <Typography
          variant="h5"
          component="h2"
          ref={heading}
          tabIndex={-1}
          sx={{
            m: 0,
            minWidth: 0,
            overflowWrap: 'anywhere',
            // It takes the focus to be read out, not to be pressed.
            outline: 'none',
          }}
        >
          {title}
        </Typography>
        {mark}
        <Box sx={{ flexGrow: 1 }} />
        {actions}
      </Stack>
      {children}
    </>
  );
  return (
    <Content>
      {wide ? content : <Box sx={{ maxWidth: READING_WIDTH }}>{content}</Box>}
    </Content>
  );
}

function BackLink({ templates }: { templates: boolean }) {
  const { t } = useTranslation();
  const list = useRouteRef(templates ? templatesRouteRef : rootRouteRef)();
  return (
    <Box sx={{ mb: 1 }}>
      <PageLink to={list}>
        <Stack
          component="span"
          direction="row"
          alignItems="center"
          spacing={0.5}
          sx={{ display: 'inline-flex', minHeight: 24 }}
        >
          <ArrowBack aria-hidden sx={{ fontSize: 18 }} />
          <span>
            {t(
              templates
                ? 'components.page.backToTemplates'
                : 'components.page.back',
            )}
          </span>
        </Stack>
      </PageLink>
    </Box>
  );
}
