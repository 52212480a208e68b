import { useEffect, useRef } from 'react';
import ArrowDownwardIcon from '@mui/icons-material/ArrowDownward';
import ArrowUpwardIcon from '@mui/icons-material/ArrowUpward';
import DeleteOutlineIcon from '@mui/icons-material/DeleteOutline';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import { useTranslation } from '../../../hooks';

interface RowButtonsProps {
  index: number;
  total: number;
  onMove(to: number): void;
  onRemove(): void;
}

/** Puts a line earlier or later, or removes it. */
export function RowButtons(props: RowButtonsProps) {
  const { index, total, onMove } = props;
  const { t } = useTranslation();
  const number = String(index + 1);
  const up = useRef<HTMLButtonElement>(null);
  const down = useRef<HTMLButtonElement>(null);
  const movedBy = useRef<'up' | 'down'>();
  useEffect(() => {
    // A line that moves loses the focus, and at either end the pressed button is disabled.
    const [same, other] =
      movedBy.current === 'up'
        ? [up.current, down.current]
        : [down.current, up.current];
    if (movedBy.current) (same?.disabled ? other : same)?.focus();
    movedBy.current = undefined;
  }, [index]);
  return (
    <Stack direction="row">
      {total > 1 && (
        <>
          <IconButton
            size="small"
            ref={up}
            aria-label={t('form.repositories.up', { number })}
            title={t('form.repositories.up', { number })}
            disabled={index === 0}
            onClick={() => {
              movedBy.current = 'up';
              onMove(index - 1);
            }}
          >
            <ArrowUpwardIcon />
          </IconButton>
          <IconButton
            size="small"
            ref={down}
            aria-label={t('form.repositories.down', { number })}
            title={t('form.repositories.down', { number })}
            disabled={index === total - 1}
            onClick={() => {
              movedBy.current = 'down';
              onMove(index + 1);
            }}
          >
            <ArrowDownwardIcon />
          </IconButton>
        </>
      )}
      <IconButton
        size="small"
        aria-label={t('form.repositories.remove', { number })}
        title={t('form.repositories.remove', { number })}
        onClick={props.onRemove}
      >
        <DeleteOutlineIcon />
      </IconButton>
    </Stack>
  );
}
