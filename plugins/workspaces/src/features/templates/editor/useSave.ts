import { useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { ButlerError } from '../../../api';
import { errorFromFailure } from '../../../api/errors';
import { fieldOfPath } from './fieldPaths';
import type { TemplateField } from './fieldPaths';
import type { TemplateValues } from './values';

/** How the last try to save went. */
export interface Save {
  pending: boolean;
  /** What no field is to blame for. */
  error?: ButlerError;
  /** The fields that the backend refused, in its order. */
  refused: readonly TemplateField[];
}

const NOTHING: Save = { pending: false, refused: [] };

/** Saves a template, once at a time; what is refused is shown at its fields. */
export function useSave(
  form: UseFormReturn<TemplateValues>,
): [Save, (save: () => Promise<void>, onStale?: () => void) => Promise<void>] {
  const busy = useRef(false);
  const [state, setState] = useState(NOTHING);

  const fail = (error: ButlerError) => {
    const refused = error.fields.flatMap(({ path, message }) => {
      const field = fieldOfPath(path);
      if (field) form.setError(field, { type: 'server', message });
      return field ? [field] : [];
    });
    const allAtFields =
      refused.length > 0 && refused.length === error.fields.length;
    setState({
      pending: false,
      refused,
      error: allAtFields ? undefined : error,
    });
  };

  const run = async (save: () => Promise<void>, onStale?: () => void) => {
    if (busy.current) return;
    busy.current = true;
    setState({ ...NOTHING, pending: true });
    let stale = false;
    try {
      await save();
      setState(NOTHING);
    } catch (thrown) {
      const error = errorFromFailure(thrown);
      stale = error.status === 409 && onStale !== undefined;
      if (stale) setState(NOTHING);
      else fail(error);
    } finally {
      busy.current = false;
    }
    if (stale) onStale?.();
  };

  return [state, run];
}
