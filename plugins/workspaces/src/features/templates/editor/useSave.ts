import { useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { ButlerError } from '../../../api';
import { errorFromFailure } from '../../../api/errors';
import { refuseFields, useFieldText } from '../../../components/specForm';
import { TEMPLATE_FIELDS } from './fieldPaths';
import type { TemplateField } from './fieldPaths';
import type { TemplateValues } from './values';

/** How the last try to save went. */
export interface Save {
  pending: boolean;
  /** Absent where it is all said at fields. */
  error?: ButlerError;
  /** What no field is to blame for. */
  others: readonly string[];
  /** The fields that the backend refused, in the order of the form. */
  refused: readonly TemplateField[];
}

const NOTHING: Save = { pending: false, refused: [], others: [] };

/** Saves a template, once at a time; what is refused is shown at its fields. */
export function useSave(
  form: UseFormReturn<TemplateValues>,
): [Save, (save: () => Promise<void>, onStale?: () => void) => Promise<void>] {
  const fieldText = useFieldText();
  const busy = useRef(false);
  const [state, setState] = useState(NOTHING);

  const fail = (error: ButlerError) => {
    const { fields, others } = refuseFields(
      form,
      TEMPLATE_FIELDS,
      error,
      fieldText,
    );
    const allAtFields = fields.length > 0 && others.length === 0;
    setState({
      pending: false,
      refused: fields,
      others,
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
