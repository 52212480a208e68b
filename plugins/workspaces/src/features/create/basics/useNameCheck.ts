import { useEffect } from 'react';
import { useFormContext } from 'react-hook-form';
import type { CreateValues } from '../form/values';

/** Says while the name is being typed whether it can be one and is free, not only afterwards. */
export function useNameCheck(): void {
  const { watch, trigger } = useFormContext<CreateValues>();
  useEffect(() => {
    const { unsubscribe } = watch((_, { name, type }) => {
      if (name === 'name' && type === 'change') trigger('name');
    });
    return unsubscribe;
  }, [watch, trigger]);
}
