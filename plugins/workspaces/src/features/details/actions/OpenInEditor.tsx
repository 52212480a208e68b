import { useId, useState } from 'react';
import ArrowDropDown from '@mui/icons-material/ArrowDropDown';
import ButtonGroup from '@mui/material/ButtonGroup';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { openableLinks } from '@butler-portal/plugin-butler-common';
import type { EditorLink } from '@butler-portal/plugin-butler-common';
import { ActionButton } from '../../../components';
import { useEditors, useErrorText, useTranslation } from '../../../hooks';
import type { Editor } from '../../../hooks';
import type { LoadedConnection } from '../connection/useLoadedConnection';

type Choice = Editor & Partial<EditorLink>;

/**
 * Opens the workspace in the first editor that is offered, and the others from a menu. It stands there from
 * the beginning, so that nothing beside it moves when the links arrive.
 */
export function OpenInEditor({ connection }: { connection: LoadedConnection }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const offered = useEditors();
  const known = connection.state === 'ready' ? connection.value : undefined;
  const links = known ? openableLinks(known.editors) : [];
  const [first, ...others]: Choice[] = links.length > 0 ? links : offered;
  if (!first) return null;

  const pending = connection.state === 'loading';
  const reason = (): string | undefined => {
    if (connection.state === 'failed') return errorText(connection.error);
    if (!known || first.url) return undefined;
    return t('components.action.noLink', { editor: first.label });
  };
  const close = () => setAnchor(null);
  return (
    <>
      <ButtonGroup
        variant="contained"
        // Its buttons have a padding, as those beside it; the group has none.
        sx={{ flex: 'none', '&&&': { px: 0 } }}
      >
        <ActionButton
          component="a"
          href={first.url}
          pending={pending}
          reason={reason()}
          sx={{ px: { xs: 1, sm: 2 }, fontSize: { xs: 13, sm: 14 } }}
        >
          {t('components.action.open', { editor: first.label })}
        </ActionButton>
        {others.length > 0 && (
          <ActionButton
            reason={pending ? t('components.obstacle.pending') : reason()}
            aria-label={t('components.action.openOther')}
            aria-haspopup="menu"
            aria-controls={anchor ? id : undefined}
            aria-expanded={anchor ? true : undefined}
            onClick={event => setAnchor(event.currentTarget)}
            // A phone has no room for it, and none of these editors.
            sx={{ px: 0.5, display: { xs: 'none', sm: 'inline-flex' } }}
          >
            <ArrowDropDown />
          </ActionButton>
        )}
      </ButtonGroup>
      <Menu id={id} anchorEl={anchor} open={Boolean(anchor)} onClose={close}>
        {others.map(editor => (
          <MenuItem
            key={editor.id}
            dense
            component="a"
            href={editor.url}
            onClick={close}
          >
            {t('components.action.open', { editor: editor.label })}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
