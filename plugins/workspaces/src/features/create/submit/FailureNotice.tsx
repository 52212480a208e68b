import { useEffect, useRef } from 'react';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Typography from '@mui/material/Typography';
import { RefusedLines, RequestId } from '../../../components';
import { useErrorText, useTranslation } from '../../../hooks';
import type { Failure } from './useSubmit';

/** At the top of the form, with the focus: why nothing was created, what to do, what to quote. */
export function FailureNotice({ failure }: { failure: Failure | undefined }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure) ref.current?.focus();
  }, [failure]);
  if (!failure) return null;
  const { error, others, open } = failure;
  return (
    <Alert ref={ref} severity="error" tabIndex={-1}>
      <AlertTitle>
        {t(open ? 'create.failed.unknown' : 'create.failed.title')}
      </AlertTitle>
      {errorText(error)}
      <RefusedLines lines={others} />
      {open && (
        <Typography variant="body2" sx={{ mt: 1 }}>
          {t('create.failed.retry')}
        </Typography>
      )}
      <RequestId id={error.requestId} />
    </Alert>
  );
}
