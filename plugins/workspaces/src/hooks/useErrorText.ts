import { useCallback } from 'react';
import type { ButlerError } from '../api';
import { useTranslation } from './useTranslation';

/** Says an error in the person's language where the browser has found it; the backend speaks for itself. */
export function useErrorText(): (error: ButlerError) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ reason, message, status }) =>
      reason ? t(`errors.${reason}`, { status: String(status) }) : message,
    [t],
  );
}
